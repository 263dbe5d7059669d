# Keys in Azure Key Vault are rotated, and their versions expire.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

input "key_rotation_max_days" {
  type        = number
  description = "The most days between two versions of a key."
  default     = 365
}

resource_policy "azurerm_key_vault_key" "rotated" {
  locals {
    after_creation = core::try(attrs.rotation_policy[0].automatic[0].time_after_creation, null)
    before_expiry  = core::try(attrs.rotation_policy[0].automatic[0].time_before_expiry, null)
    expire_after   = core::try(attrs.rotation_policy[0].expire_after, null)
    # A rotation before the expiry comes at the latest when the version expires.
    period = local.after_creation != null ? local.after_creation : local.before_expiry != null ? local.expire_after : null
    # ISO 8601; what cannot be read, and no rotation at all, count as longer than any promise.
    days = core::try(
      core::parseint(core::regex("^P([0-9]+)D$", local.period)[0], 10),
      core::parseint(core::regex("^P([0-9]+)W$", local.period)[0], 10) * 7,
      core::parseint(core::regex("^P([0-9]+)M$", local.period)[0], 10) * 30,
      core::parseint(core::regex("^P([0-9]+)Y$", local.period)[0], 10) * 365,
      36500
    )
  }

  enforce {
    condition     = local.period != null
    error_message = "The key has no automatic rotation; a new version is promised every ${input.key_rotation_max_days} days."
  }

  enforce {
    condition     = local.period == null || local.days <= input.key_rotation_max_days
    error_message = "The key is rotated after ${core::valuetostring(local.period)}; a new version is promised every ${input.key_rotation_max_days} days."
  }
}

resource_policy "azurerm_key_vault_key" "expires" {
  enforce {
    condition     = core::try(attrs.expiration_date, null) != null || core::try(attrs.rotation_policy[0].expire_after, null) != null
    error_message = "Neither expiration_date nor rotation_policy.expire_after is set: old versions of the key stay valid for ever."
  }
}
