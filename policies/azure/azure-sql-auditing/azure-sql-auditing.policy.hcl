# Azure SQL records what happens, and the audit log is kept as long as the TOM says.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

input "log_retention_min_days" {
  type        = number
  description = "The fewest days that logs are kept."
  default     = 30
}

input "log_retention_max_days" {
  type        = number
  description = "The most days that logs are kept."
  default     = 90
}

locals {
  # The argument that says how many days a storage account keeps audit logs and alerts; not set, and 0, mean for ever.
  stores = {
    azurerm_mssql_database_extended_auditing_policy      = "retention_in_days"
    azurerm_mssql_managed_instance_security_alert_policy = "retention_days"
    azurerm_mssql_server_extended_auditing_policy        = "retention_in_days"
    azurerm_mssql_server_security_alert_policy           = "retention_days"
    azurerm_synapse_sql_pool_extended_auditing_policy    = "retention_in_days"
    azurerm_synapse_sql_pool_security_alert_policy       = "retention_days"
    azurerm_synapse_workspace_extended_auditing_policy   = "retention_in_days"
    azurerm_synapse_workspace_security_alert_policy      = "retention_days"
  }
}

resource_policy "azurerm_mssql_server" "audited" {
  locals {
    # A policy is on unless it says otherwise, and writes to Azure Monitor unless that is switched off.
    auditing = [
      for p in core::getresources("azurerm_mssql_server_extended_auditing_policy", {}) :
      p.server_id == attrs.id && core::try(p.enabled, true) != false && (core::try(p.log_monitoring_enabled, true) != false || core::try(p.storage_endpoint, null) != null)
    ]
  }

  enforce {
    condition     = core::anytrue(local.auditing)
    error_message = "No enabled azurerm_mssql_server_extended_auditing_policy records what happens on this server; audit logs are promised."
  }
}

resource_policy "azurerm_sql_server" "audited" {
  enforce {
    condition     = core::try(core::length(attrs.extended_auditing_policy), 0) > 0
    error_message = "azurerm_sql_server has no auditing policy; azurerm_mssql_server with azurerm_mssql_server_extended_auditing_policy has one, and audit logs are promised."
  }
}

resource_policy "azurerm_*" "audit_kept_long_enough" {
  # An endpoint that is not known yet is one.
  filter = core::contains(core::keys(local.stores), meta.type) && core::valuetostring(core::try(attrs.storage_endpoint, null)) != "(null)"

  locals {
    stated = core::try(attrs[local.stores[meta.type]], null)
    days   = local.stated == null ? 0 : local.stated
  }

  enforce {
    condition     = local.days == 0 || local.days >= input.log_retention_min_days
    error_message = "The audit log is kept in the storage account for ${local.days} days; at least ${input.log_retention_min_days} days are promised."
  }
}

resource_policy "azurerm_*" "audit_deleted_in_time" {
  # An endpoint that is not known yet is one.
  filter = core::contains(core::keys(local.stores), meta.type) && core::valuetostring(core::try(attrs.storage_endpoint, null)) != "(null)"

  locals {
    stated = core::try(attrs[local.stores[meta.type]], null)
    days   = local.stated == null ? 0 : local.stated
  }

  enforce {
    condition     = local.days != 0
    error_message = "The audit log is kept in the storage account for ever (${local.stores[meta.type]} is ${local.stated == null ? "not set" : "0"}); at most ${input.log_retention_max_days} days are promised."
  }

  enforce {
    condition     = local.days <= input.log_retention_max_days
    error_message = "The audit log is kept in the storage account for ${local.days} days; at most ${input.log_retention_max_days} days are promised."
  }
}
