# CloudFront speaks TLS 1.2 or newer on both sides: with viewers, who never stay on HTTP, and with origins.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

resource_policy "aws_cloudfront_distribution" "viewers_use_https" {
  locals {
    behaviors = core::concat(
      core::try([for b in attrs.default_cache_behavior : b], []),
      core::try([for b in attrs.ordered_cache_behavior : b], [])
    )
    plain = [
      for b in local.behaviors : core::try(b.path_pattern, "*")
      if !core::contains(["redirect-to-https", "https-only"], core::try(b.viewer_protocol_policy, ""))
    ]
  }

  enforce {
    condition = core::length(local.behaviors) > 0 && core::alltrue([
      for b in local.behaviors : core::contains(["redirect-to-https", "https-only"], core::try(b.viewer_protocol_policy, ""))
    ])
    error_message = "The distribution answers plain HTTP for ${core::join(", ", [for p in local.plain : p == null ? "*" : p])}; promised is https-only or redirect-to-https."
  }
}

resource_policy "aws_cloudfront_distribution" "viewer_tls_1_2" {
  locals {
    certificates = core::try([for c in attrs.viewer_certificate : c], [])
  }

  enforce {
    # With CloudFront's own certificate the policy is TLSv1, whatever minimum_protocol_version says.
    condition     = core::alltrue([for c in local.certificates : core::try(c.cloudfront_default_certificate, false) != true])
    error_message = "The distribution uses CloudFront's own certificate, with which AWS also lets TLS 1.0 in; a certificate and domain of one's own are needed for TLS 1.2."
  }

  enforce {
    # Unset means TLSv1. The names are the oldest protocol and the year of the policy.
    condition = core::length(local.certificates) > 0 && core::alltrue([
      for c in local.certificates :
      core::try(c.cloudfront_default_certificate, false) == true || core::try(core::regex_match(c.minimum_protocol_version, "^TLSv1[.][23]_"), false)
    ])
    error_message = "The distribution's minimum_protocol_version is ${core::join(", ", [for c in local.certificates : core::valuetostring(core::try(c.minimum_protocol_version, "unset (TLSv1)"))])}; TLS 1.2 or newer is promised."
  }
}

# Origins in S3 have no custom_origin_config: CloudFront reaches them the way the viewer came, hence over HTTPS.
resource_policy "aws_cloudfront_distribution" "origin_tls_1_2" {
  filter = core::length(local.custom) > 0

  locals {
    behaviors = core::concat(
      core::try([for b in attrs.default_cache_behavior : b], []),
      core::try([for b in attrs.ordered_cache_behavior : b], [])
    )
    viewers_use_https = core::alltrue([
      for b in local.behaviors : core::contains(["redirect-to-https", "https-only"], core::try(b.viewer_protocol_policy, ""))
    ])
    custom = core::flatten([
      for o in core::try([for o in attrs.origin : o], []) : core::try([for c in o.custom_origin_config : c], [])
    ])
  }

  enforce {
    condition = core::alltrue([
      for c in local.custom : core::try(c.origin_protocol_policy, "") == "https-only" ||
      core::try(c.origin_protocol_policy, "") == "match-viewer" && local.viewers_use_https
    ])
    error_message = "The distribution fetches from an origin over plain HTTP; promised is https-only (or match-viewer where viewers use HTTPS alone)."
  }

  enforce {
    # The list has no floor of its own: one old entry is enough.
    condition = core::alltrue([
      for c in local.custom : core::length(core::try([for p in c.origin_ssl_protocols : p], [])) > 0 && core::alltrue([
        for p in core::try([for p in c.origin_ssl_protocols : p], []) : core::contains(["TLSv1.2", "TLSv1.3"], p)
      ])
    ])
    error_message = "The distribution offers ${core::join(", ", core::distinct(core::flatten([for c in local.custom : core::try([for p in c.origin_ssl_protocols : p], [])])))} to an origin; TLS 1.2 or newer is promised."
  }
}

resource_policy "aws_cloudfront_vpc_origin" "vpc_origin_tls_1_2" {
  locals {
    configs = core::try([for c in attrs.vpc_origin_endpoint_config : c], [])
    protocols = core::flatten([
      for c in local.configs : [
        for s in core::try([for s in c.origin_ssl_protocols : s], []) : core::try([for p in s.items : p], [])
      ]
    ])
  }

  enforce {
    condition     = core::length(local.configs) > 0 && core::alltrue([for c in local.configs : core::try(c.origin_protocol_policy, "") == "https-only"])
    error_message = "CloudFront fetches from this VPC origin over plain HTTP; promised is https-only."
  }

  enforce {
    condition     = core::alltrue([for p in local.protocols : core::contains(["TLSv1.2", "TLSv1.3"], p)])
    error_message = "CloudFront offers ${core::join(", ", local.protocols)} to this VPC origin; TLS 1.2 or newer is promised."
  }
}
