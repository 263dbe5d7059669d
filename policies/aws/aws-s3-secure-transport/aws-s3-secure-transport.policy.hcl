# Buckets refuse every request that does not come over TLS: S3 itself still answers plain HTTP, so the bucket policy must.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

resource_policy "aws_s3_bucket" "denies_plain_http" {
  locals {
    arn = core::try(attrs.arn, "arn:aws:s3:::${attrs.id}")

    separate = core::getresources("aws_s3_bucket_policy", { bucket = attrs.id })
    # Before provider 4 the policy was an argument of the bucket.
    policies = core::concat([for p in local.separate : core::try(p.policy, null)], [core::try(attrs.policy, null)])
    # No policy, null and text that is no JSON count as a policy without statements.
    documents  = [for p in local.policies : core::try(core::jsondecode(p), {})]
    statements = core::flatten([for d in local.documents : [core::try(d.Statement, [])]])

    # For each statement: whether it denies all of S3 to everybody who comes without TLS, and what it is about. An
    # operator or key beside aws:SecureTransport narrows the statement, because IAM joins them by "and". Names of actions
    # and of condition keys do not care for case.
    denials = [
      for s in local.statements : {
        complete = (
          core::try(s.Effect, "") == "Deny" &&
          core::contains(core::flatten([core::try([for v in s.Principal : v], s.Principal, [])]), "*") &&
          core::anytrue([for a in core::flatten([core::try(s.Action, [])]) : core::contains(["*", "s3:*"], core::lower(a))]) &&
          core::length(core::flatten([for o, keys in core::try(s.Condition, {}) : [for k, v in keys : k]])) == 1 &&
          core::anytrue(core::flatten([
            for o, keys in core::try(s.Condition, {}) : [
              for k, v in keys :
              core::contains(["bool", "boolifexists"], core::lower(o)) && core::lower(k) == "aws:securetransport" &&
              core::alltrue([for x in core::flatten([v]) : core::lower(x) == "false"])
            ]
          ]))
        )
        resources = core::flatten([core::try(s.Resource, [])])
      }
    ]
    denied = core::anytrue([for d in local.denials : d.complete])
  }

  enforce {
    condition     = local.denied
    error_message = "No policy of the bucket denies requests without TLS: a Deny for everybody on s3:* with Bool aws:SecureTransport = false and no other condition is promised."
  }

  # S3 accepts in a bucket's policy nothing but this bucket and its objects, so that the form of an ARN tells what it
  # covers: without a slash the bucket, with "/*" at its end all objects.
  enforce {
    condition = !local.denied || core::anytrue(core::flatten([
      for d in local.denials : [for r in d.resources : d.complete && (r == local.arn || core::regex_match(r, "^[^/]*$"))]
    ]))
    error_message = "The Deny for requests without TLS does not cover the bucket itself (${local.arn}), so listings still go over plain HTTP."
  }

  enforce {
    condition = !local.denied || core::anytrue(core::flatten([
      for d in local.denials : [for r in d.resources : d.complete && (r == "${local.arn}/*" || core::regex_match(r, "^([^/]*[*]|[^/]+/[*])$"))]
    ]))
    error_message = "The Deny for requests without TLS does not cover the objects (${local.arn}/*), so they can still be fetched over plain HTTP."
  }
}
