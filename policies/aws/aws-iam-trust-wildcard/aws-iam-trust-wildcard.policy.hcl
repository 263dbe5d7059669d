# Who may take on an IAM role is named: not everybody, and not every repository of a build service.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

locals {
  # Conditions that name who or from where, so that a wildcard is none.
  narrowing = [
    "aws:principalaccount", "aws:principalarn", "aws:principalorgid", "aws:principalorgpaths", "aws:sourceaccount",
    "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths", "aws:userid", "sts:externalid",
  ]
}

resource_policy "aws_iam_role" "trust_not_for_everybody" {
  locals {
    statements = core::try(core::flatten([core::jsondecode(attrs.assume_role_policy).Statement]), [])
    open = [
      for s in local.statements : s
      if core::try(s.Effect, "Allow") == "Allow" && (
        core::try(s.Principal == "*", false) || core::contains(core::flatten([core::try(s.Principal.AWS, [])]), "*") || core::can(s.NotPrincipal)
        ) && core::length([
          for k in core::flatten([for operator, keys in core::try(s.Condition, {}) : core::keys(keys)]) : k
          if core::contains(local.narrowing, core::lower(k))
      ]) == 0
    ]
  }

  enforce {
    condition     = core::length(local.statements) > 0
    error_message = "The trust policy is not readable as JSON with statements, so nobody can say who may take on the role."
  }

  enforce {
    condition     = core::length(local.open) == 0
    error_message = "Everybody with an AWS account may take on the role (principal *); least privilege is promised. Name the principals, or narrow them by a condition such as aws:PrincipalOrgID."
  }
}

resource_policy "aws_iam_role" "build_services_narrowed" {
  filter = core::length(local.federated) > 0

  locals {
    statements = core::try(core::flatten([core::jsondecode(attrs.assume_role_policy).Statement]), [])
    federated = [
      for s in local.statements : s
      if core::try(s.Effect, "Allow") == "Allow" && core::anytrue([
        for p in core::flatten([core::try(s.Principal.Federated, [])]) : core::contains_substring(p, ":oidc-provider/")
      ])
    ]
    # Who issues the token is the same for everybody who uses the service; its subject says whose it is.
    open = [
      for s in local.federated : s
      if !core::anytrue(core::flatten([
        for operator, keys in core::try(s.Condition, {}) : [
          for k, v in keys : core::endswith(core::lower(k), ":sub") && core::alltrue([
            for x in core::flatten([v]) : !core::contains(["*", "repo:*", "repo:*:*", "repo:*/*:*", "project_path:*", "organization:*"], x)
          ])
        ]
      ]))
    ]
  }

  enforce {
    condition     = core::length(local.open) == 0
    error_message = "Everybody who uses the identity provider may take on the role: no condition on the token's subject (…:sub) names the repository or the service account."
  }
}
