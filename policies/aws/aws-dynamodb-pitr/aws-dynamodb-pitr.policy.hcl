# DynamoDB tables can be restored to any point of the last 14 days, and of no longer time.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "backup_retention_min_days" {
  type        = number
  description = "Days that backups must be kept."
  default     = 14
}

input "backup_retention_max_days" {
  type        = number
  description = "Days that backups may be kept."
  default     = 14
}

resource_policy "aws_dynamodb_table" "recoverable" {
  locals {
    # Without the block point-in-time recovery is off.
    on = core::try(attrs.point_in_time_recovery[0].enabled, false) == true
    # The window is 35 days unless a shorter one is asked for; older providers could not.
    window = core::try(core::max(attrs.point_in_time_recovery[0].recovery_period_in_days, 0), 35)
    # Or a plan of AWS Backup selects the table: by ARN, by type, or by a tag, which may come from default_tags.
    in_plan = core::anytrue([
      for s in core::getresources("aws_backup_selection", {}) : (
        core::contains(core::try([for r in s.resources : r], []), core::try(attrs.arn, null)) ||
        core::anytrue([for p in ["*", "arn:aws:dynamodb:*:*:table/*"] : core::contains(core::try([for r in s.resources : r], []), p)]) ||
        core::anytrue([
          for t in core::try([for t in s.selection_tag : t], []) :
          core::try(attrs.tags[t.key], null) == t.value || core::try(attrs.tags_all[t.key], null) == t.value
        ])
      )
    ])
  }

  enforce {
    condition     = local.on || local.in_plan
    error_message = "The table has no point-in-time recovery, and no plan of AWS Backup selects it; backups over ${input.backup_retention_min_days} days are promised."
  }

  enforce {
    condition     = !local.on || local.window >= input.backup_retention_min_days || local.in_plan
    error_message = "Point-in-time recovery reaches back ${local.window} days; ${input.backup_retention_min_days} are promised."
  }
}

resource_policy "aws_dynamodb_table" "window_not_too_long" {
  filter = core::try(attrs.point_in_time_recovery[0].enabled, false) == true

  locals {
    window = core::try(core::max(attrs.point_in_time_recovery[0].recovery_period_in_days, 0), 35)
  }

  enforce {
    condition     = local.window <= input.backup_retention_max_days
    error_message = "Point-in-time recovery reaches back ${local.window} days (35 unless recovery_period_in_days is set); after ${input.backup_retention_max_days} days erased data must be gone."
  }
}

resource_policy "aws_keyspaces_table" "recoverable" {
  enforcement_level = "advisory"

  enforce {
    # Without the block point-in-time recovery is off.
    condition     = core::try(attrs.point_in_time_recovery[0].status, "DISABLED") == "ENABLED"
    error_message = "The Keyspaces table has no point-in-time recovery; backups over ${input.backup_retention_min_days} days are promised. Its window is always 35 days, so that the deletion concept needs an exception."
  }
}
