# No bucket policy allows anything to everybody, unless a condition with fixed values narrows it to known networks,
# accounts or resources. These are the conditions with which AWS itself does not call a policy public.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

locals {
  policy_types = ["aws_s3_bucket_policy", "aws_s3_bucket", "aws_s3_access_point", "aws_s3control_access_point_policy"]

  # Of these keys the ones that a caller cannot choose: where a request comes from or on whose behalf.
  narrowing_keys = [
    "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:sourceaccount",
    "aws:sourcearn", "aws:sourceip", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner", "aws:sourcevpc",
    "aws:sourcevpce", "aws:userid", "aws:vpcesourceip", "s3:dataaccesspointaccount", "s3:dataaccesspointarn",
  ]
  narrowing_operators = [
    "stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "ipaddress",
    "foranyvalue:stringequals", "foranyvalue:stringlike",
  ]
  everything = ["*", "0.0.0.0/0", "::/0"]
}

resource_policy "aws_s3*" "policy_not_public" {
  filter = core::contains(local.policy_types, meta.type)

  locals {
    # No policy, null and text that is no JSON allow nothing.
    document   = core::try(core::jsondecode(attrs.policy), {})
    statements = core::flatten([core::try(local.document.Statement, [])])
    public = [
      for s in local.statements : (
        core::try(s.Effect, "Allow") == "Allow" &&
        # Allow with NotPrincipal means everybody else.
        (core::can(s.NotPrincipal) || core::contains(core::flatten([core::try([for v in s.Principal : v], s.Principal, [])]), "*")) &&
        !core::anytrue(core::flatten([
          for o, keys in core::try(s.Condition, {}) : [
            for k, v in keys :
            core::contains(local.narrowing_operators, core::lower(o)) && core::contains(local.narrowing_keys, core::lower(k)) &&
            core::alltrue([for x in core::flatten([v]) : !core::contains(local.everything, x)])
          ]
        ]))
      )
    ]
  }

  enforce {
    condition     = !core::anytrue(local.public)
    error_message = "The policy allows access to everybody (Principal \"*\") without a condition that limits it to known networks, accounts or resources."
  }
}
