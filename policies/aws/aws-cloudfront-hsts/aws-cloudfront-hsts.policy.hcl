# Every behaviour of a distribution sends Strict-Transport-Security: by one of AWS's managed response headers policies that
# contain it, or by one of one's own.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "hsts_min_age_seconds" {
  type        = number
  description = "Seconds that browsers must remember to use HTTPS alone."
  default     = 31536000
}

locals {
  # Managed-SecurityHeadersPolicy, Managed-CORS-and-SecurityHeadersPolicy and
  # Managed-CORS-with-preflight-and-SecurityHeadersPolicy: max-age 31536000, the same everywhere.
  managed = [
    "67f7725c-6f97-4210-82d7-5512b31e9d03",
    "e61eb60c-9c35-4d20-a928-2b84e02af89c",
    "eaab4381-ed33-4a86-88ca-d9558dc6cd63",
  ]
  managed_age = 31536000
}

resource_policy "aws_cloudfront_distribution" "hsts" {
  locals {
    behaviors = core::concat(
      core::try([for b in attrs.default_cache_behavior : b], []),
      core::try([for b in attrs.ordered_cache_behavior : b], [])
    )
    # A behaviour that refers to a policy of this configuration sends what that says; another id must be a managed one. A
    # max-age of 0 tells browsers to forget the header.
    sent = [
      for b in local.behaviors : {
        path = core::try(core::trimspace(b.path_pattern), "*")
        id   = core::try(core::trimspace(b.response_headers_policy_id), "")
        own  = core::getresources("aws_cloudfront_response_headers_policy", { id = core::try(b.response_headers_policy_id, "") })
      }
    ]
    judged = [
      for s in local.sent : {
        path = s.path
        hsts = core::length(s.own) == 0 ? core::contains(local.managed, s.id) && local.managed_age >= input.hsts_min_age_seconds : core::anytrue([
          for p in s.own : core::try(core::max(p.security_headers_config[0].strict_transport_security[0].access_control_max_age_sec, 0), 0) >= input.hsts_min_age_seconds
        ])
      }
    ]
  }

  enforce {
    condition     = core::length(local.judged) > 0 && core::alltrue([for j in local.judged : j.hsts])
    error_message = "The distribution sends no Strict-Transport-Security with a max-age of at least ${input.hsts_min_age_seconds} seconds for ${core::join(", ", [for j in local.judged : j.path if !j.hsts])}."
  }
}

# A response headers policy that sets the header must set it long enough, and not give way to a weaker one of the origin.
resource_policy "aws_cloudfront_response_headers_policy" "hsts_is_strong" {
  filter = core::length(local.headers) > 0

  locals {
    headers = core::flatten([
      for s in core::try([for s in attrs.security_headers_config : s], []) : core::try([for h in s.strict_transport_security : h], [])
    ])
  }

  enforce {
    condition     = core::alltrue([for h in local.headers : core::try(core::max(h.access_control_max_age_sec, 0), 0) >= input.hsts_min_age_seconds])
    error_message = "The max-age of Strict-Transport-Security is ${core::join(", ", [for h in local.headers : core::valuetostring(core::try(h.access_control_max_age_sec, null))])} seconds; at least ${input.hsts_min_age_seconds} are promised."
  }

  enforce {
    condition     = core::alltrue([for h in local.headers : core::try(h.override, false) == true])
    error_message = "The policy lets the origin's Strict-Transport-Security win (override = false), which may be weaker."
  }
}
