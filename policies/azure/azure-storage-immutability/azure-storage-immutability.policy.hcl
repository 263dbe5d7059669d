# Stored logs cannot be changed, and can be deleted in time.

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

resource_policy "azurerm_storage_container_immutability_policy" "locked" {
  enforce {
    condition     = core::try(attrs.locked, false) == true
    error_message = "The immutability policy is not locked: whoever may change the container may remove it; tamper-proof storage is promised."
  }

  enforce {
    condition     = attrs.immutability_period_in_days >= input.log_retention_min_days
    error_message = "The container is immutable for ${attrs.immutability_period_in_days} days; logs must be kept for at least ${input.log_retention_min_days} days."
  }
}

resource_policy "azurerm_storage_container_immutability_policy" "deletable_in_time" {
  enforce {
    condition     = attrs.immutability_period_in_days <= input.log_retention_max_days
    error_message = "The container is immutable for ${attrs.immutability_period_in_days} days; logs must be deleted after at most ${input.log_retention_max_days} days, and a locked period cannot be shortened."
  }
}

resource_policy "azurerm_storage_account" "log_store_immutable" {
  enforcement_level = "advisory"
  # Only accounts that logs are exported to: immutable personal data could not be erased.
  filter = core::anytrue([
    for s in core::getresources("azurerm_monitor_diagnostic_setting", {}) : core::try(s.storage_account_id, null) == attrs.id
  ])

  locals {
    own = core::try(attrs.immutability_policy[0].state == "Locked", false)
    # A policy names its container by resource manager id, a container its account by id or, before provider 5, by name.
    containers = [
      for c in core::getresources("azurerm_storage_container", {}) : {
        ids  = [core::try(c.resource_manager_id, null), core::try(c.id, null)]
        here = core::try(c.storage_account_id, null) == attrs.id || core::try(c.storage_account_name, null) == attrs.name
      }
    ]
    by_container = [
      for p in core::getresources("azurerm_storage_container_immutability_policy", {}) :
      core::try(p.locked, false) == true && core::anytrue([for c in local.containers : c.here && core::anytrue([for i in c.ids : i == p.storage_container_resource_manager_id])])
    ]
  }

  enforce {
    condition     = local.own || core::anytrue(local.by_container)
    error_message = "Logs in this account can be changed and deleted: neither the account nor one of its containers has a locked immutability policy; tamper-proof storage is promised."
  }
}

resource_policy "azurerm_storage_account" "log_store_deletable_in_time" {
  filter = core::try(attrs.immutability_policy[0].state, "Disabled") != "Disabled"

  enforce {
    condition     = attrs.immutability_policy[0].period_since_creation_in_days <= input.log_retention_max_days
    error_message = "The account is immutable for ${attrs.immutability_policy[0].period_since_creation_in_days} days; data must be deletable after at most ${input.log_retention_max_days} days."
  }
}
