# Keys in Azure Key Vault cannot be destroyed at once.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

input "kms_deletion_window_min_days" {
  type        = number
  description = "The fewest days between the deletion of a key and its loss."
  default     = 7
}

resource_policy "azurerm_key_vault*" "purge_protected" {
  filter = core::contains(["azurerm_key_vault", "azurerm_key_vault_managed_hardware_security_module"], meta.type)

  locals {
    # Not set, deleted keys stay recoverable for 90 days.
    stated = core::try(attrs.soft_delete_retention_days, null)
    days   = local.stated == null ? 90 : local.stated
  }

  enforce {
    condition     = core::try(attrs.purge_protection_enabled, false) == true
    error_message = "purge_protection_enabled is not true: a deleted key can be destroyed at once, and all that it encrypts with it."
  }

  enforce {
    condition     = local.days >= input.kms_deletion_window_min_days
    error_message = "Deleted keys stay recoverable for ${local.days} days; at least ${input.kms_deletion_window_min_days} days are promised."
  }
}
