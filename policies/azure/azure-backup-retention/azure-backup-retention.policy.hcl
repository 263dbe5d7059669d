# Backups of Azure databases and apps are kept as long as the TOM says, and no longer.

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
  # Where a type says how many days its backups are kept. An empty block means the top level of the resource; `unset` is
  # what the service does if nothing is said: seven days, and no backups at all on a virtual machine without auto_backup.
  backup_days = {
    azurerm_mariadb_server                                 = { block = "", attribute = "backup_retention_days", unset = 7 }
    azurerm_mssql_database                                 = { block = "short_term_retention_policy", attribute = "retention_days", unset = 7 }
    azurerm_mssql_managed_database                         = { block = "", attribute = "short_term_retention_days", unset = 7 }
    azurerm_mssql_virtual_machine                          = { block = "auto_backup", attribute = "retention_period_in_days", unset = 0 }
    azurerm_mysql_flexible_server                          = { block = "", attribute = "backup_retention_days", unset = 7 }
    azurerm_mysql_server                                   = { block = "", attribute = "backup_retention_days", unset = 7 }
    azurerm_oracle_autonomous_database                     = { block = "", attribute = "backup_retention_period_in_days", unset = 60 }
    azurerm_oracle_autonomous_database_clone_from_backup   = { block = "", attribute = "backup_retention_period_in_days", unset = 60 }
    azurerm_oracle_autonomous_database_clone_from_database = { block = "", attribute = "backup_retention_period_in_days", unset = 60 }
    azurerm_postgresql_flexible_server                     = { block = "", attribute = "backup_retention_days", unset = 7 }
    azurerm_postgresql_server                              = { block = "", attribute = "backup_retention_days", unset = 7 }
  }

  # Replicas and secondaries have no backups of their own: those of the primary are judged.
  replica_modes = ["Replica", "Secondary", "OnlineSecondary"]

  # The argument of backup.schedule; where it is not set, the provider writes 30 days.
  app_backup_days = {
    azurerm_app_service               = "retention_period_in_days"
    azurerm_linux_function_app        = "retention_period_days"
    azurerm_linux_function_app_slot   = "retention_period_days"
    azurerm_linux_web_app             = "retention_period_days"
    azurerm_linux_web_app_slot        = "retention_period_days"
    azurerm_windows_function_app      = "retention_period_days"
    azurerm_windows_function_app_slot = "retention_period_days"
    azurerm_windows_web_app           = "retention_period_days"
    azurerm_windows_web_app_slot      = "retention_period_days"
  }
}

resource_policy "azurerm_*" "kept_long_enough" {
  filter = core::contains(core::keys(local.backup_days), meta.type) && !core::contains(local.replica_modes, core::try(attrs.create_mode, ""))

  locals {
    place  = local.backup_days[meta.type]
    stated = core::try(attrs[local.place.block][0][local.place.attribute], attrs[local.place.attribute], null)
    days   = local.stated == null ? local.place.unset : local.stated
    origin = local.stated == null ? "the service's default, as ${local.place.attribute} is not set" : local.place.attribute
  }

  enforce {
    condition     = local.days >= input.backup_retention_min_days
    error_message = "Backups are kept for ${local.days} days (${local.origin}); at least ${input.backup_retention_min_days} days are promised."
  }
}

resource_policy "azurerm_*" "not_kept_too_long" {
  filter = core::contains(core::keys(local.backup_days), meta.type) && !core::contains(local.replica_modes, core::try(attrs.create_mode, ""))

  locals {
    place  = local.backup_days[meta.type]
    stated = core::try(attrs[local.place.block][0][local.place.attribute], attrs[local.place.attribute], null)
    days   = local.stated == null ? local.place.unset : local.stated
  }

  # Unset passes here where the service's default is shorter than what is promised at most.
  enforce {
    condition     = local.days <= input.backup_retention_max_days
    error_message = "Backups are kept for ${local.days} days; they must be deleted after at most ${input.backup_retention_max_days} days."
  }
}

resource_policy "azurerm_cosmosdb_account" "copies_kept_long_enough" {
  locals {
    type  = core::try(attrs.backup[0].type, "Periodic")
    hours = core::try(attrs.backup[0].retention_in_hours, null)
    # Without a backup block the service keeps periodic copies for 8 hours; the continuous mode offers 7 or 30 days.
    periodic   = local.hours == null ? 8 : local.hours
    continuous = core::try(attrs.backup[0].tier, "Continuous30Days") == "Continuous7Days" ? 168 : 720
    kept       = local.type == "Continuous" ? local.continuous : local.periodic
  }

  enforce {
    condition     = local.kept >= input.backup_retention_min_days * 24
    error_message = "Backups of the account are kept for ${local.kept} hours (mode ${local.type}); at least ${input.backup_retention_min_days * 24} hours (${input.backup_retention_min_days} days) are promised."
  }
}

resource_policy "azurerm_cosmosdb_account" "copies_not_kept_too_long" {
  locals {
    type       = core::try(attrs.backup[0].type, "Periodic")
    hours      = core::try(attrs.backup[0].retention_in_hours, null)
    periodic   = local.hours == null ? 8 : local.hours
    continuous = core::try(attrs.backup[0].tier, "Continuous30Days") == "Continuous7Days" ? 168 : 720
    kept       = local.type == "Continuous" ? local.continuous : local.periodic
  }

  enforce {
    condition     = local.kept <= input.backup_retention_max_days * 24
    error_message = "Backups of the account are kept for ${local.kept} hours (mode ${local.type}); they must be deleted after at most ${input.backup_retention_max_days * 24} hours (${input.backup_retention_max_days} days)."
  }
}

resource_policy "azurerm_*" "app_copies_kept_long_enough" {
  # An app without a backup block has no backups that could be too old; whether it needs some is not for this policy to say.
  filter = core::contains(core::keys(local.app_backup_days), meta.type) && core::try(core::length(attrs.backup), 0) > 0

  locals {
    stated = core::try(attrs.backup[0].schedule[0][local.app_backup_days[meta.type]], null)
    days   = local.stated == null ? 30 : local.stated
  }

  enforce {
    # 0 keeps every copy for ever, which is long enough.
    condition     = local.days == 0 || local.days >= input.backup_retention_min_days
    error_message = "Backups of the app are kept for ${local.days} days; at least ${input.backup_retention_min_days} days are promised."
  }
}

resource_policy "azurerm_*" "app_copies_not_kept_too_long" {
  filter = core::contains(core::keys(local.app_backup_days), meta.type) && core::try(core::length(attrs.backup), 0) > 0

  locals {
    stated = core::try(attrs.backup[0].schedule[0][local.app_backup_days[meta.type]], null)
    days   = local.stated == null ? 30 : local.stated
  }

  enforce {
    condition     = local.days != 0
    error_message = "Backups of the app are never deleted (0 days); they must be deleted after at most ${input.backup_retention_max_days} days."
  }

  enforce {
    condition     = local.days <= input.backup_retention_max_days
    error_message = "Backups of the app are kept for ${local.days} days; they must be deleted after at most ${input.backup_retention_max_days} days."
  }

  enforce {
    condition     = core::try(attrs.backup[0].schedule[0].keep_at_least_one_backup, false) != true
    error_message = "keep_at_least_one_backup keeps the last copy for ever; backups must be deleted after at most ${input.backup_retention_max_days} days."
  }
}

resource_policy "azurerm_mssql_*" "no_long_term_copies" {
  filter = core::contains(["azurerm_mssql_database", "azurerm_mssql_managed_database"], meta.type)

  locals {
    stated = [
      for argument in ["weekly_retention", "monthly_retention", "yearly_retention"] :
      core::try(attrs.long_term_retention_policy[0][argument], null)
    ]
    # Without a policy Azure makes no long-term copies.
    durations = [for d in local.stated : d == null ? "PT0S" : d]
    # ISO 8601: P14D, P2W, P1M, P1Y. What cannot be read counts as longer than any promise.
    days = [
      for d in local.durations : core::try(
        core::parseint(core::regex("^P([0-9]+)D$", d)[0], 10),
        core::parseint(core::regex("^P([0-9]+)W$", d)[0], 10) * 7,
        core::parseint(core::regex("^P([0-9]+)M$", d)[0], 10) * 30,
        core::parseint(core::regex("^P([0-9]+)Y$", d)[0], 10) * 365,
        d == "PT0S" ? 0 : 36500
      )
    ]
  }

  enforce {
    condition     = core::alltrue([for n in local.days : n <= input.backup_retention_max_days])
    error_message = "Long-term copies of the database are kept for ${core::join(", ", [for d in local.durations : d if d != "PT0S"])}; backups must be deleted after at most ${input.backup_retention_max_days} days."
  }
}
