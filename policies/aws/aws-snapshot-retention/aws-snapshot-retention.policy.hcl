# Snapshots and copies that somebody makes beside the automatic backups end in time, too.

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

# Where a type says how long its manual snapshots stay, and what leaving that out means (-1: for ever).
locals {
  snapshots = {
    aws_redshift_cluster_snapshot   = { attribute = "manual_snapshot_retention_period", unset = -1 }
    aws_redshift_snapshot_copy      = { attribute = "manual_snapshot_retention_period", unset = -1 }
    aws_redshiftserverless_snapshot = { attribute = "retention_period", unset = -1 }
  }

  # A cron expression tells the distance of two snapshots when it names each day or one day of the week; else it may be
  # a month.
  daily  = "^cron\\([^ ]+ [^ ]+ (\\*|\\?) (\\*) (\\*|\\?) (\\*)\\)$"
  weekly = "^cron\\([^ ]+ [^ ]+ (\\*|\\?) (\\*) (SUN|MON|TUE|WED|THU|FRI|SAT|[1-7]) (\\*)\\)$"

  hours_per_unit = { HOURS = 1, DAYS = 24, WEEKS = 168, MONTHS = 744, YEARS = 8784 }
}

resource_policy "aws_redshift*" "snapshots_end" {
  filter = core::contains(core::keys(local.snapshots), meta.type)

  locals {
    stated = core::try(attrs[local.snapshots[meta.type].attribute], null)
    days   = local.stated == null ? local.snapshots[meta.type].unset : local.stated
  }

  enforce {
    condition     = local.days >= 0 && local.days <= input.backup_retention_max_days
    error_message = local.days < 0 ? "Manual snapshots stay for ever (${local.snapshots[meta.type].attribute} is -1 or not set); at most ${input.backup_retention_max_days} days are promised." : "Manual snapshots stay for ${local.days} days (${local.snapshots[meta.type].attribute}); at most ${input.backup_retention_max_days} are promised."
  }
}

# Snapshots that a person takes of the cluster without saying how long they stay.
resource_policy "aws_redshift_cluster" "manual_snapshots_end" {
  enforcement_level = "advisory"

  locals {
    days = core::try(attrs.manual_snapshot_retention_period, null) == null ? -1 : attrs.manual_snapshot_retention_period
  }

  enforce {
    condition     = local.days >= 0 && local.days <= input.backup_retention_max_days
    error_message = "Snapshots that somebody takes by hand stay ${local.days < 0 ? "for ever" : "for ${local.days} days"} (manual_snapshot_retention_period); at most ${input.backup_retention_max_days} days are promised."
  }
}

resource_policy "aws_redshift_snapshot_copy" "copies_end" {
  locals {
    # Unset: 7 days.
    days = core::try(core::max(attrs.retention_period, 0), 7)
  }

  enforce {
    condition     = local.days <= input.backup_retention_max_days
    error_message = "Copied snapshots stay for ${local.days} days; at most ${input.backup_retention_max_days} are promised."
  }
}

# Data Lifecycle Manager: each schedule says how often a snapshot is made, and how many of them or for how long they
# stay.
resource_policy "aws_dlm_lifecycle_policy" "snapshots_kept" {
  filter = core::length(local.schedules) > 0

  locals {
    schedules = core::try([for s in attrs.policy_details[0].schedule : s], [])
    kept = [
      for s in local.schedules : core::try(
        s.retain_rule[0].interval * local.hours_per_unit[s.retain_rule[0].interval_unit] / 24,
        s.retain_rule[0].count * core::try(
          s.create_rule[0].interval * local.hours_per_unit[core::try(s.create_rule[0].interval_unit, "HOURS")],
          core::regex_match(s.create_rule[0].cron_expression, local.daily) ? 24 : core::regex_match(s.create_rule[0].cron_expression, local.weekly) ? 168 : 744
        ) / 24,
        0
      )
    ]
  }

  enforce {
    condition     = core::anytrue([for d in local.kept : d >= input.backup_retention_min_days])
    error_message = "No schedule keeps its snapshots for ${input.backup_retention_min_days} days, as promised (${core::join(", ", [for d in local.kept : "${core::floor(d)} days"])})."
  }
}

resource_policy "aws_dlm_lifecycle_policy" "snapshots_end" {
  locals {
    schedules = core::try([for s in attrs.policy_details[0].schedule : s], [])
    # A number of snapshots times their distance is a time: 14 weekly ones reach back 98 days.
    kept = [
      for s in local.schedules : core::try(
        s.retain_rule[0].interval * local.hours_per_unit[s.retain_rule[0].interval_unit] / 24,
        s.retain_rule[0].count * core::try(
          s.create_rule[0].interval * local.hours_per_unit[core::try(s.create_rule[0].interval_unit, "HOURS")],
          core::regex_match(s.create_rule[0].cron_expression, local.daily) ? 24 : core::regex_match(s.create_rule[0].cron_expression, local.weekly) ? 168 : 744
        ) / 24,
        0
      )
    ]
    # Copies into another region stay for ever without a rule of their own.
    copies = [
      for c in core::flatten([
        [for s in local.schedules : core::try([for c in s.cross_region_copy_rule : c], [])],
        [for a in core::try([for a in attrs.policy_details[0].action : a], []) : core::try([for c in a.cross_region_copy : c], [])],
      ]) : core::try(c.retain_rule[0].interval * local.hours_per_unit[c.retain_rule[0].interval_unit] / 24, 0)
    ]
    archived = [for s in local.schedules : s if core::length(core::try([for a in s.archive_rule : a], [])) > 0]
    # A default policy has no schedules and keeps its snapshots for 7 days unless told otherwise.
    simple = core::try(attrs.default_policy, null) == null ? 0 : core::try(core::max(attrs.policy_details[0].retain_interval, 0), 7)
  }

  enforce {
    condition     = core::alltrue([for d in core::concat(local.kept, [local.simple]) : d <= input.backup_retention_max_days])
    error_message = "Snapshots are kept for ${core::join(", ", [for d in core::concat(local.kept, local.simple == 0 ? [] : [local.simple]) : "${core::floor(d)} days"])}; at most ${input.backup_retention_max_days} days are promised. The number of snapshots times their distance counts."
  }

  enforce {
    condition     = core::alltrue([for d in local.copies : d > 0 && d <= input.backup_retention_max_days])
    error_message = "Copies in another region are kept for ${core::join(", ", [for d in local.copies : d == 0 ? "ever" : "${core::floor(d)} days"])}; at most ${input.backup_retention_max_days} days are promised."
  }

  enforce {
    condition     = core::length(local.archived) == 0
    error_message = "Archived snapshots stay for 90 days at least; at most ${input.backup_retention_max_days} days are promised."
  }
}

# The Recycle Bin keeps what was deleted; its days come on top of the backup's own.
resource_policy "aws_rbin_rule" "recycle_bin_adds_nothing" {
  enforcement_level = "advisory"

  locals {
    days = core::try(core::max(attrs.retention_period[0].retention_period_value, 0), 0)
  }

  enforce {
    condition     = local.days == 0
    error_message = "The Recycle Bin keeps deleted snapshots for another ${local.days} days; a backup of ${input.backup_retention_max_days} days and the bin together break the promise of ${input.backup_retention_max_days} days."
  }
}
