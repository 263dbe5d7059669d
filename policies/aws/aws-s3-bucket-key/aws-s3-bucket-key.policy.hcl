# Where S3 encrypts with KMS, it does so with the company's own key and with a bucket key. Both go beyond AES-256 itself
# and are advice: the own key puts access and rotation into the company's hands, the bucket key keeps the number of KMS
# calls (and log entries) small.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

resource_policy "aws_s3_bucket_server_side_encryption_configuration" "bucket_key" {
  enforcement_level = "advisory"
  # Bucket keys exist for aws:kms alone: neither SSE-S3 nor dual-layer encryption has them.
  filter = core::length(local.kms_rules) > 0

  locals {
    rules = core::try([for r in attrs.rule : r], [])
    kms_rules = [
      for r in local.rules : r
      if core::try(r.apply_server_side_encryption_by_default[0].sse_algorithm, "") == "aws:kms"
    ]
  }

  enforce {
    # Unset means false: S3 asks KMS for every object.
    condition     = core::alltrue([for r in local.kms_rules : core::try(r.bucket_key_enabled, false) == true])
    error_message = "The bucket encrypts with KMS but without a bucket key, so every object costs a call to KMS."
  }
}

resource_policy "aws_s3_bucket" "inline_bucket_key" {
  enforcement_level = "advisory"
  filter            = core::length(local.kms_rules) > 0

  locals {
    rules = core::flatten([
      for c in core::try([for c in attrs.server_side_encryption_configuration : c], []) : core::try([for r in c.rule : r], [])
    ])
    kms_rules = [
      for r in local.rules : r
      if core::try(r.apply_server_side_encryption_by_default[0].sse_algorithm, "") == "aws:kms"
    ]
  }

  enforce {
    condition     = core::alltrue([for r in local.kms_rules : core::try(r.bucket_key_enabled, false) == true])
    error_message = "The bucket encrypts with KMS but without a bucket key, so every object costs a call to KMS."
  }
}

resource_policy "aws_s3_bucket_server_side_encryption_configuration" "own_key" {
  enforcement_level = "advisory"
  filter            = core::length(local.keys) > 0

  locals {
    rules = core::try([for r in attrs.rule : r], [])
    # Without a key S3 takes alias/aws/s3, which AWS manages.
    keys = [
      for r in local.rules : core::try(r.apply_server_side_encryption_by_default[0].kms_master_key_id, "alias/aws/s3")
      if core::startswith(core::try(r.apply_server_side_encryption_by_default[0].sse_algorithm, ""), "aws:kms")
    ]
  }

  enforce {
    # A key or alias of this configuration is the company's own, whatever its id will be.
    condition = core::alltrue([
      for k in local.keys :
      core::length(core::getresources("aws_kms_key", { arn = k })) > 0 ||
      core::length(core::getresources("aws_kms_key", { id = k })) > 0 ||
      core::length(core::getresources("aws_kms_alias", { arn = k })) > 0 ||
      core::length(core::getresources("aws_kms_alias", { name = k })) > 0 ||
      !core::try(core::endswith(k, "alias/aws/s3"), true)
    ])
    error_message = "The bucket is encrypted with the key that AWS manages (alias/aws/s3), not with a key of the company's own."
  }
}
