# KMS keys that can rotate by themselves do so, at least once a year.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "key_rotation_max_days" {
  type        = number
  description = "Days after which a key must have rotated."
  default     = 365
}

resource_policy "aws_kms_key" "rotates" {
  # Only symmetric encryption keys whose material KMS has made itself can rotate: no signing and no HMAC keys, and none
  # in a key store of one's own. Keys with imported material are a type of their own (aws_kms_external_key).
  filter = (
    core::try(core::upper(attrs.key_usage), "ENCRYPT_DECRYPT") == "ENCRYPT_DECRYPT" &&
    core::try(core::upper(attrs.customer_master_key_spec), "SYMMETRIC_DEFAULT") == "SYMMETRIC_DEFAULT" &&
    core::try(attrs.custom_key_store_id, null) == null &&
    core::try(attrs.xks_key_id, null) == null
  )

  locals {
    # Unset, a rotating key does so every 365 days.
    period = core::try(core::max(attrs.rotation_period_in_days, 0), 365)
  }

  enforce {
    # The provider's default is false.
    condition     = core::try(attrs.enable_key_rotation, false) == true
    error_message = "The key does not rotate (enable_key_rotation); a rotation at least every ${input.key_rotation_max_days} days is promised."
  }

  enforce {
    condition     = local.period <= input.key_rotation_max_days
    error_message = "The key rotates every ${local.period} days only; at most ${input.key_rotation_max_days} days are promised."
  }
}
