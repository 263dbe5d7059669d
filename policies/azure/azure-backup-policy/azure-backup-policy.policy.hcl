# Azure Backup makes daily copies, keeps them as long as the TOM says, and no longer.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

input "backup_retention_min_days" {
  type        = number
  description = "The fewest days that backups are kept."
  default     = 14
}

input "backup_retention_max_days" {
  type        = number
  description = "The most days that backups are kept."
  default     = 14
}

locals {
  # Policies of the recovery services vault that are built alike.
  vault_policies = ["azurerm_backup_policy_vm", "azurerm_backup_policy_file_share"]

  # The arguments of a backup vault's policy that hold a duration; retention_duration is the blob policy's name in provider 3.
  duration_arguments = ["default_retention_duration", "operational_default_retention_duration", "retention_duration", "vault_default_retention_duration"]
  # Vaulted backups of databases are weekly by design: the server's own daily backups carry the demand there.
  daily_vaults = ["azurerm_data_protection_backup_policy_disk", "azurerm_data_protection_backup_policy_kubernetes_cluster"]

  # What one unit of a replication policy is, in hours.
  recovery_points = {
    azurerm_site_recovery_hyperv_replication_policy = { argument = "recovery_point_retention_in_hours", per_day = 24 }
    azurerm_site_recovery_replication_policy        = { argument = "recovery_point_retention_in_minutes", per_day = 1440 }
    azurerm_site_recovery_vmware_replication_policy = { argument = "recovery_point_retention_in_minutes", per_day = 1440 }
  }
}

resource_policy "azurerm_backup_policy_*" "daily" {
  filter = core::contains(local.vault_policies, meta.type)

  enforce {
    condition     = core::contains(["Daily", "Hourly"], core::try(attrs.backup[0].frequency, "never"))
    error_message = "The backup frequency is ${core::valuetostring(core::try(attrs.backup[0].frequency, "not set"))}; daily backups are promised."
  }
}

resource_policy "azurerm_backup_policy_*" "kept_long_enough" {
  filter = core::contains(local.vault_policies, meta.type)

  locals {
    # Without retention_daily no daily copy is kept.
    days = core::try(attrs.retention_daily[0].count, 0)
  }

  enforce {
    condition     = local.days >= input.backup_retention_min_days
    error_message = "Daily backups are kept for ${local.days} days; at least ${input.backup_retention_min_days} days are promised."
  }
}

resource_policy "azurerm_backup_policy_*" "not_kept_too_long" {
  filter = core::contains(local.vault_policies, meta.type)

  locals {
    days    = core::try(attrs.retention_daily[0].count, 0)
    weeks   = core::try(attrs.retention_weekly[0].count, 0)
    months  = core::try(attrs.retention_monthly[0].count, 0)
    years   = core::try(attrs.retention_yearly[0].count, 0)
    instant = core::try(attrs.instant_restore_retention_days, null)
  }

  enforce {
    condition     = local.days <= input.backup_retention_max_days
    error_message = "Daily backups are kept for ${local.days} days; they must be deleted after at most ${input.backup_retention_max_days} days."
  }

  enforce {
    condition     = local.weeks * 7 <= input.backup_retention_max_days
    error_message = "Weekly backups are kept for ${local.weeks} weeks; they must be deleted after at most ${input.backup_retention_max_days} days."
  }

  enforce {
    condition     = local.months * 30 <= input.backup_retention_max_days && local.years * 365 <= input.backup_retention_max_days
    error_message = "Monthly or yearly backups are kept (${local.months} months, ${local.years} years); backups must be deleted after at most ${input.backup_retention_max_days} days."
  }

  enforce {
    # Not set, snapshots for an instant restore stay 2 or 7 days.
    condition     = local.instant == null ? true : local.instant <= input.backup_retention_max_days
    error_message = "Snapshots for an instant restore are kept for ${core::valuetostring(local.instant)} days; backups must be deleted after at most ${input.backup_retention_max_days} days."
  }
}

resource_policy "azurerm_backup_policy_vm_workload" "daily" {
  enforce {
    # A weekly full backup with a daily differential or incremental one is a daily backup, too; log backups alone are none.
    condition     = core::anytrue([for p in attrs.protection_policy : p.policy_type != "Log" && core::try(p.backup[0].frequency, "") == "Daily"])
    error_message = "No full, differential or incremental backup of the workload is made daily; daily backups are promised."
  }
}

resource_policy "azurerm_backup_policy_vm_workload" "kept_long_enough" {
  locals {
    daily = [for p in attrs.protection_policy : p if p.policy_type != "Log" && core::try(p.backup[0].frequency, "") == "Daily"]
    days  = [for p in local.daily : core::try(p.retention_daily[0].count, p.simple_retention[0].count, 0)]
  }

  enforce {
    condition     = core::alltrue([for d in local.days : d >= input.backup_retention_min_days])
    error_message = "Daily backups of the workload are kept for ${core::join(", ", local.days)} days; at least ${input.backup_retention_min_days} days are promised."
  }
}

resource_policy "azurerm_backup_policy_vm_workload" "not_kept_too_long" {
  locals {
    days = core::flatten([
      for p in attrs.protection_policy : [
        core::try(p.retention_daily[0].count, 0),
        core::try(p.simple_retention[0].count, 0),
        core::try(p.retention_weekly[0].count * 7, 0),
        core::try(p.retention_monthly[0].count * 30, 0),
        core::try(p.retention_yearly[0].count * 365, 0),
      ]
    ])
  }

  enforce {
    condition     = core::alltrue([for d in local.days : d <= input.backup_retention_max_days])
    error_message = "Backups of the workload are kept for up to ${core::max(local.days...)} days; they must be deleted after at most ${input.backup_retention_max_days} days."
  }
}

resource_policy "azurerm_data_protection_backup_policy_*" "daily" {
  filter = core::contains(local.daily_vaults, meta.type)

  enforce {
    # A repeating interval ends in its period: R/2025-01-01T02:00:00+00:00/P1D.
    condition     = core::length(attrs.backup_repeating_time_intervals) > 0 && core::alltrue([for i in attrs.backup_repeating_time_intervals : core::regex_match(i, "/(P1D|PT[0-9]+[HM])$")])
    error_message = "The interval ${core::join(", ", attrs.backup_repeating_time_intervals)} is longer than a day; daily backups are promised."
  }
}

resource_policy "azurerm_data_protection_backup_policy_*" "kept_long_enough" {
  locals {
    durations = core::concat(
      [for d in [for a in local.duration_arguments : core::try(attrs[a], null)] : d if d != null],
      core::try([for c in attrs.default_retention_rule[0].life_cycle : c.duration], []),
    )
    # ISO 8601: P14D, P2W, P1M, P1Y. What cannot be read counts as no copy at all.
    days = [
      for d in local.durations : core::try(
        core::parseint(core::regex("^P([0-9]+)D$", d)[0], 10),
        core::parseint(core::regex("^P([0-9]+)W$", d)[0], 10) * 7,
        core::parseint(core::regex("^P([0-9]+)M$", d)[0], 10) * 30,
        core::parseint(core::regex("^P([0-9]+)Y$", d)[0], 10) * 365,
        0
      )
    ]
  }

  enforce {
    condition     = core::anytrue([for d in local.days : d >= input.backup_retention_min_days])
    error_message = "Backups are kept for ${core::join(", ", local.durations)} by default; at least ${input.backup_retention_min_days} days are promised."
  }
}

resource_policy "azurerm_data_protection_backup_policy_*" "not_kept_too_long" {
  locals {
    # The rules beside the default can keep some copies longer; a rule has its duration itself or in its life cycle.
    durations = core::concat(
      [for d in [for a in local.duration_arguments : core::try(attrs[a], null)] : d if d != null],
      core::try([for c in attrs.default_retention_rule[0].life_cycle : c.duration], []),
      core::flatten([for r in core::try([for r in attrs.retention_rule : r], []) : core::try([r.duration], [for c in r.life_cycle : c.duration], [])]),
    )
    days = [
      for d in local.durations : core::try(
        core::parseint(core::regex("^P([0-9]+)D$", d)[0], 10),
        core::parseint(core::regex("^P([0-9]+)W$", d)[0], 10) * 7,
        core::parseint(core::regex("^P([0-9]+)M$", d)[0], 10) * 30,
        core::parseint(core::regex("^P([0-9]+)Y$", d)[0], 10) * 365,
        36500
      )
    ]
  }

  enforce {
    condition     = core::alltrue([for d in local.days : d <= input.backup_retention_max_days])
    error_message = "Backups are kept for ${core::join(", ", local.durations)}; they must be deleted after at most ${input.backup_retention_max_days} days."
  }
}

resource_policy "azurerm_netapp_backup_policy" "kept_long_enough" {
  locals {
    stated = core::try(attrs.daily_backups_to_keep, null)
    # Not set, the provider keeps two.
    days = local.stated == null ? 2 : local.stated
  }

  enforce {
    condition     = local.days >= input.backup_retention_min_days
    error_message = "${local.days} daily backups are kept; at least ${input.backup_retention_min_days} days are promised."
  }
}

resource_policy "azurerm_netapp_backup_policy" "not_kept_too_long" {
  locals {
    # Not set, the provider keeps one weekly and one monthly backup.
    stated = [core::try(attrs.weekly_backups_to_keep, null), core::try(attrs.monthly_backups_to_keep, null)]
    kept   = [for n in local.stated : n == null ? 1 : n]
  }

  enforce {
    condition     = core::try(attrs.daily_backups_to_keep, 2) <= input.backup_retention_max_days && local.kept[0] * 7 <= input.backup_retention_max_days && local.kept[1] * 30 <= input.backup_retention_max_days
    error_message = "Beside the daily backups ${local.kept[0]} weekly and ${local.kept[1]} monthly ones are kept; backups must be deleted after at most ${input.backup_retention_max_days} days."
  }
}

resource_policy "azurerm_site_recovery_*" "not_kept_too_long" {
  filter = core::contains(core::keys(local.recovery_points), meta.type)

  locals {
    kept = attrs[local.recovery_points[meta.type].argument]
  }

  enforce {
    condition     = local.kept <= input.backup_retention_max_days * local.recovery_points[meta.type].per_day
    error_message = "${local.recovery_points[meta.type].argument} is ${local.kept}; copies must be deleted after at most ${input.backup_retention_max_days * local.recovery_points[meta.type].per_day} (${input.backup_retention_max_days} days)."
  }
}
