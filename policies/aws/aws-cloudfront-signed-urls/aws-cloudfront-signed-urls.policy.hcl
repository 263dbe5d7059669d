# Files in S3 are handed out by signed URL alone: CloudFront is the only one that may read the bucket, and asks for a
# signature.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

# A web site's own files are open on purpose, which a configuration does not tell: advice.
resource_policy "aws_cloudfront_distribution" "viewers_sign" {
  enforcement_level = "advisory"
  filter            = core::length(local.origins) > 0

  locals {
    # An origin without the settings of another server is a bucket.
    origins = [
      for o in core::try([for o in attrs.origin : o], []) : o.origin_id
      if core::length(core::try([for c in o.custom_origin_config : c], [])) + core::length(core::try([for c in o.vpc_origin_config : c], [])) == 0
    ]
    behaviors = core::concat(
      core::try([for b in attrs.default_cache_behavior : b], []),
      core::try([for b in attrs.ordered_cache_behavior : b], [])
    )
    # trusted_signers is the old way, with keys of the root user.
    judged = [
      for b in local.behaviors : {
        path   = core::try(core::trimspace(b.path_pattern), "*")
        signed = core::length(core::concat(core::try([for k in b.trusted_key_groups : k], []), core::try([for k in b.trusted_signers : k], []))) > 0
      }
      if core::contains(local.origins, core::try(b.target_origin_id, ""))
    ]
  }

  enforce {
    condition     = core::alltrue([for j in local.judged : j.signed])
    error_message = "The distribution hands out files in S3 without a signed URL for ${core::join(", ", [for j in local.judged : j.path if !j.signed])} (no trusted_key_groups)."
  }
}

# Without an access control of its own CloudFront reads the bucket as anybody does: then it is public, and signatures are
# void.
resource_policy "aws_cloudfront_distribution" "buckets_closed" {
  filter = core::length(local.buckets) > 0

  locals {
    buckets = [
      for o in core::try([for o in attrs.origin : o], []) : o
      if core::length(core::try([for c in o.custom_origin_config : c], [])) + core::length(core::try([for c in o.vpc_origin_config : c], [])) == 0
    ]
    # Either an origin access control, or an origin access identity as it was before. One of this configuration counts,
    # whatever its id will be; of any other value it is asked that it is not empty, as in a module's switched-off default.
    judged = [
      for o in local.buckets : {
        id = core::try(o.origin_id, "")
        closed = (
          core::length(core::getresources("aws_cloudfront_origin_access_control", { id = core::try(o.origin_access_control_id, "") })) > 0 ||
          core::try(core::length(o.origin_access_control_id) > 0, false) ||
          core::anytrue([
            for c in core::try([for c in o.s3_origin_config : c], []) :
            core::length(core::getresources("aws_cloudfront_origin_access_identity", { cloudfront_access_identity_path = core::try(c.origin_access_identity, "") })) > 0 ||
            core::try(core::length(c.origin_access_identity) > 0, false)
          ])
        )
      }
    ]
  }

  enforce {
    condition     = core::alltrue([for j in local.judged : j.closed])
    error_message = "CloudFront reads the bucket behind the origin ${core::join(", ", [for j in local.judged : j.id if !j.closed])} anonymously, so the bucket must be public; an origin access control is promised."
  }
}

# The control must sign every request, otherwise the bucket again sees anonymous ones.
resource_policy "aws_cloudfront_origin_access_control" "signs_always" {
  filter = core::try(attrs.origin_access_control_origin_type, "") == "s3"

  enforce {
    condition     = core::try(attrs.signing_behavior, "") == "always"
    error_message = "The origin access control signs requests to the bucket \"${core::valuetostring(core::try(attrs.signing_behavior, null))}\"; always is promised."
  }
}
