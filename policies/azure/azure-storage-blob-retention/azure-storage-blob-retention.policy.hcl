# Deleted blobs can be recovered as long as the TOM says, and are gone afterwards.

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

resource_policy "azurerm_storage_account" "deleted_data_kept_long_enough" {
  filter = core::try(attrs.account_kind, "StorageV2") != "FileStorage"

  locals {
    # Without the block deletion is final; a block without a number means seven days.
    days = [
      for block in ["delete_retention_policy", "container_delete_retention_policy"] :
      core::try(core::length(attrs.blob_properties[0][block]), 0) == 0 ? 0 : core::try(attrs.blob_properties[0][block][0].days == null ? 7 : attrs.blob_properties[0][block][0].days, 7)
    ]
  }

  enforce {
    condition     = local.days[0] >= input.backup_retention_min_days
    error_message = "Deleted blobs can be recovered for ${local.days[0]} days; at least ${input.backup_retention_min_days} days of backups are promised."
  }

  enforce {
    condition     = local.days[1] >= input.backup_retention_min_days
    error_message = "Deleted containers can be recovered for ${local.days[1]} days; at least ${input.backup_retention_min_days} days of backups are promised."
  }
}

resource_policy "azurerm_storage_account" "deleted_data_not_kept_too_long" {
  filter = core::try(attrs.account_kind, "StorageV2") != "FileStorage"

  locals {
    stated = [
      for block in ["delete_retention_policy", "container_delete_retention_policy", "restore_policy"] : core::try(attrs.blob_properties[0][block][0].days, null)
    ]
    # Not set means nothing or seven days, which is shorter than any promise about backups.
    days = [for d in local.stated : d == null ? 0 : d]
  }

  enforce {
    condition     = core::alltrue([for d in local.days : d <= input.backup_retention_max_days])
    error_message = "Deleted data stay in the account for ${core::max(local.days...)} days; they must be gone after at most ${input.backup_retention_max_days} days."
  }
}

resource_policy "azurerm_storage_account" "old_versions_deleted" {
  filter = core::try(attrs.blob_properties[0].versioning_enabled, false) == true

  locals {
    expiring = [
      for p in core::getresources("azurerm_storage_management_policy", {}) : p.storage_account_id == attrs.id && core::anytrue([
        for r in core::try([for r in p.rule : r], []) :
        core::try(r.enabled, true) != false && core::try(r.actions[0].version[0].delete_after_days_since_creation >= 0 && r.actions[0].version[0].delete_after_days_since_creation <= input.backup_retention_max_days, false)
      ])
    ]
  }

  enforce {
    condition     = core::anytrue(local.expiring)
    error_message = "Versioning keeps every old version for ever: no enabled lifecycle rule of the account deletes versions after at most ${input.backup_retention_max_days} days."
  }
}
