# A KMS key that somebody deletes can still be saved for a while: with it all data under it would be gone.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "kms_deletion_window_min_days" {
  type        = number
  description = "Days that a deleted key must wait before it is destroyed. KMS admits 7 to 30."
  default     = 7
}

locals {
  key_types = ["aws_kms_key", "aws_kms_external_key", "aws_kms_replica_key", "aws_kms_replica_external_key"]
}

resource_policy "aws_kms_*" "waits_long_enough" {
  filter = core::contains(local.key_types, meta.type)

  locals {
    # Unset: 30 days, the longest.
    days = core::try(core::max(attrs.deletion_window_in_days, 0), 30)
  }

  enforce {
    condition     = local.days >= input.kms_deletion_window_min_days
    error_message = "A deleted key is destroyed after ${local.days} days; at least ${input.kms_deletion_window_min_days} days to save it are promised."
  }
}

resource_policy "aws_kms_*" "no_lockout" {
  filter = core::contains(local.key_types, meta.type)

  enforce {
    # The provider's default is false.
    condition     = core::try(attrs.bypass_policy_lockout_safety_check, false) != true
    error_message = "The key admits a policy that locks everybody out of it (bypass_policy_lockout_safety_check), and all data under it would be lost."
  }
}
