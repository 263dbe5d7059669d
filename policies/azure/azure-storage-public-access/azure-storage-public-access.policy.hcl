# Storage accounts are open neither to everybody nor to every network.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

resource_policy "azurerm_storage_account" "no_anonymous_access" {
  enforce {
    # Not set means allowed before version 5 of the provider, so it has to be written down.
    condition     = core::try(attrs.allow_nested_items_to_be_public, true) == false
    error_message = "allow_nested_items_to_be_public is not false: containers of the account may be opened to everybody; no public access is promised."
  }
}

resource_policy "azurerm_storage_account" "network_closed" {
  locals {
    denied = core::try(attrs.network_rules[0].default_action, "Allow") == "Deny"
    # The rules may be a resource of their own.
    separate = [
      for r in core::getresources("azurerm_storage_account_network_rules", {}) : r.storage_account_id == attrs.id && r.default_action == "Deny"
    ]
  }

  enforce {
    # Not set, the account answers every network.
    condition     = core::try(attrs.public_network_access_enabled, true) == false || local.denied || core::anytrue(local.separate)
    error_message = "The account answers requests from every network: neither public_network_access_enabled = false nor network rules with default_action \"Deny\" close it."
  }
}

resource_policy "azurerm_storage_container" "private" {
  locals {
    # Not set means private.
    stated = core::try(attrs.container_access_type, null)
    access = local.stated == null ? "private" : local.stated
  }

  enforce {
    condition     = local.access == "private"
    error_message = "The container is open to everybody (container_access_type = ${core::valuetostring(local.access)}); no public access is promised."
  }
}
