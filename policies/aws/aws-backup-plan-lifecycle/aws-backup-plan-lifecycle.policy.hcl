# Plans of AWS Backup make a backup every day, keep it as long as promised, and have something to back up.

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

locals {
  # Schedules that fire on every day: neither the day of the month nor that of the week, the month or the year is
  # narrowed.
  every_day = [
    "^cron\\([^ ]+ [^ ]+ (\\*|\\?|\\*/1|1/1|1-31) (\\*|\\*/1|1/1|1-12|JAN-DEC) (\\*|\\?|1-7|SUN-SAT|MON-SUN) (\\*|\\*/1)\\)$",
    "^rate\\((1 day|1 hour|([2-9]|1[0-9]|2[0-4]) hours|[0-9]+ minutes?)\\)$",
  ]
}

resource_policy "aws_backup_plan" "kept_long_enough" {
  locals {
    # Without a lifecycle, or with delete_after unset or 0, recovery points never expire.
    days = [for r in attrs.rule : core::try(core::max(r.lifecycle[0].delete_after, 0), 0)]
  }

  enforce {
    # Shorter rules may stand beside the one that keeps the promise.
    condition     = core::anytrue([for d in local.days : d == 0 || d >= input.backup_retention_min_days])
    error_message = "No rule of the plan keeps its recovery points for ${input.backup_retention_min_days} days, as promised (delete_after: ${core::join(", ", local.days)})."
  }
}

resource_policy "aws_backup_plan" "not_kept_too_long" {
  locals {
    days = [for r in attrs.rule : core::try(core::max(r.lifecycle[0].delete_after, 0), 0)]
    # A copy has a lifecycle of its own, and none of its source's.
    copies = core::flatten([
      for r in attrs.rule : core::try([for c in r.copy_action : core::try(core::max(c.lifecycle[0].delete_after, 0), 0)], [])
    ])
    # Moving to cold storage costs 90 days at least: delete_after must be 90 days above cold_storage_after.
    cold = [for r in attrs.rule : r if core::try(r.lifecycle[0].cold_storage_after > 0, false)]
  }

  enforce {
    condition     = core::alltrue([for d in local.days : d > 0 && d <= input.backup_retention_max_days])
    error_message = "Recovery points of the plan are kept for ${core::join(", ", [for d in local.days : d == 0 ? "ever" : "${d} days"])}; at most ${input.backup_retention_max_days} days are promised.${core::length(local.cold) > 0 ? " Cold storage cannot end before 90 days." : ""}"
  }

  enforce {
    condition     = core::alltrue([for d in local.copies : d > 0 && d <= input.backup_retention_max_days])
    error_message = "Copies of the plan are kept for ${core::join(", ", [for d in local.copies : d == 0 ? "ever" : "${d} days"])}; at most ${input.backup_retention_max_days} days are promised. A copy does not take over the lifecycle of its rule."
  }
}

resource_policy "aws_backup_plan" "daily" {
  locals {
    # Without a schedule AWS Backup takes cron(0 5 ? * * *), daily at 5 (API reference, BackupRule).
    schedules = [for r in attrs.rule : core::try(core::trimspace(r.schedule), "cron(0 5 ? * * *)")]
  }

  enforce {
    condition = core::anytrue([
      for s in local.schedules : core::anytrue([for p in local.every_day : core::regex_match(s, p)])
    ])
    error_message = "No rule of the plan runs every day (${core::join("; ", local.schedules)}); daily backups are promised."
  }
}

resource_policy "aws_backup_plan" "selects_something" {
  enforcement_level = "advisory"

  enforce {
    condition     = core::length(core::getresources("aws_backup_selection", { plan_id = attrs.id })) > 0
    error_message = "No aws_backup_selection of this configuration belongs to the plan, so it backs nothing up."
  }
}
