# Shared access signatures of a storage account expire soon.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

input "signed_url_max_hours" {
  type        = number
  description = "The most hours that a signed URL is valid."
  default     = 24
}

resource_policy "azurerm_storage_account" "signatures_expire" {
  locals {
    period = core::try(attrs.sas_policy[0].expiration_period, null)
    # DD.HH:MM:SS; what cannot be read counts as no limit.
    parts = core::try(core::regex("^([0-9]+)\\.([0-9]+):([0-9]+):([0-9]+)$", local.period), ["36500", "0", "0", "0"])
    hours = core::parseint(local.parts[0], 10) * 24 + core::parseint(local.parts[1], 10) + core::parseint(local.parts[2], 10) / 60 + core::parseint(local.parts[3], 10) / 3600
  }

  enforce {
    # Without the account's keys there are user delegation signatures only, which live seven days at most and end with the user.
    condition     = core::try(attrs.shared_access_key_enabled, true) == false || local.hours <= input.signed_url_max_hours
    error_message = "Shared access signatures of the account ${local.period == null ? "never have to expire (no sas_policy)" : "may be valid for ${core::valuetostring(local.period)}"}; at most ${input.signed_url_max_hours} hours are promised."
  }
}
