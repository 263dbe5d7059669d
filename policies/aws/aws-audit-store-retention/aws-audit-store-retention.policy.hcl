# Audit logs outside of CloudWatch Logs end in time as well: event data stores of CloudTrail Lake, the history of AWS
# Config, archives of EventBridge and Security Lake.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "log_retention_min_days" {
  type        = number
  description = "Days that logs must be kept."
  default     = 30
}

input "log_retention_max_days" {
  type        = number
  description = "Days that logs may be kept."
  default     = 90
}

# What leaving the number out means (argument reference): seven years of CloudTrail Lake, archives without an end.
# `required`: whether the type holds audit logs, which must also be kept for a while.
locals {
  stores = {
    aws_cloudtrail_event_data_store    = { argument = "retention_period", unset = 2555, required = true }
    aws_config_retention_configuration = { argument = "retention_period_in_days", unset = 2557, required = true }
    aws_cloudwatch_event_archive       = { argument = "retention_days", unset = 0, required = false }
  }
}

resource_policy "aws_*" "kept_long_enough" {
  filter = core::contains(core::keys(local.stores), meta.type) && local.stores[meta.type].required

  locals {
    stated = core::try(attrs[local.stores[meta.type].argument], null)
    days   = local.stated == null ? local.stores[meta.type].unset : local.stated
  }

  enforce {
    condition     = local.days >= input.log_retention_min_days
    error_message = "Events are kept for ${local.days} days; at least ${input.log_retention_min_days} are promised."
  }
}

resource_policy "aws_*" "not_kept_too_long" {
  filter = core::contains(core::keys(local.stores), meta.type)

  locals {
    stated = core::try(attrs[local.stores[meta.type].argument], null)
    days   = local.stated == null ? local.stores[meta.type].unset : local.stated
  }

  enforce {
    condition     = local.days > 0 && local.days <= input.log_retention_max_days
    error_message = "Events are kept ${local.days == 0 ? "for ever" : "for ${local.days} days"} (${local.stores[meta.type].argument}${local.stated == null ? " is not set" : ""}); at most ${input.log_retention_max_days} days are promised."
  }
}

resource_policy "aws_securitylake_data_lake" "not_kept_too_long" {
  locals {
    # Without an expiration the lake keeps everything.
    days = core::flatten([
      for c in core::try([for c in attrs.configuration : c], []) : core::try(core::max(c.lifecycle_configuration[0].expiration[0].days, 0), 0)
    ])
  }

  enforce {
    condition     = core::alltrue([for d in local.days : d > 0 && d <= input.log_retention_max_days])
    error_message = "Security Lake keeps its data for ${core::join(", ", [for d in local.days : d == 0 ? "ever" : "${d} days"])}; at most ${input.log_retention_max_days} days are promised."
  }
}

resource_policy "aws_cloudtrail_event_data_store" "not_deleted_by_accident" {
  enforce {
    # The provider's default is true.
    condition     = core::try(attrs.termination_protection_enabled, true) != false
    error_message = "The event data store can be deleted at any time (termination_protection_enabled is false); tamper-proof storage is promised."
  }
}
