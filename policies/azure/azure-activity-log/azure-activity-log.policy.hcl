# The activity log of Azure and the sign-ins to Entra ID are exported completely.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

locals {
  # Who changed, deleted or granted what in the subscription. "Administrative" exists in the activity log alone, so it tells
  # the export of a subscription from the setting of any other resource.
  activity_categories = ["Administrative", "Security", "Policy", "Alert"]
  sign_in_categories  = ["AuditLogs", "SignInLogs", "NonInteractiveUserSignInLogs"]
}

resource_policy "azurerm_monitor_diagnostic_setting" "activity_log_complete" {
  filter = core::contains(local.exported, "Administrative")

  locals {
    # `log` is the block of provider 3, where it is on unless it says otherwise.
    exported = core::concat(
      core::try([for l in attrs.enabled_log : core::try(l.category, "")], []),
      core::try([for l in attrs.log : core::try(l.category, "") if core::try(l.enabled, true) != false], []),
    )
    missing = [for c in local.activity_categories : c if !core::contains(local.exported, c)]
  }

  enforce {
    condition     = core::length(local.missing) == 0
    error_message = "The export of the activity log leaves out ${core::join(", ", local.missing)}; complete audit logs are promised."
  }
}

resource_policy "azurerm_monitor_aad_diagnostic_setting" "sign_ins_complete" {
  locals {
    exported = core::concat(
      core::try([for l in attrs.enabled_log : core::try(l.category, "")], []),
      core::try([for l in attrs.log : core::try(l.category, "") if core::try(l.enabled, true) != false], []),
    )
    missing = [for c in local.sign_in_categories : c if !core::contains(local.exported, c)]
  }

  enforce {
    condition     = core::length(local.missing) == 0
    error_message = "The export of Entra ID leaves out ${core::join(", ", local.missing)}; sign-ins and changes must be recorded."
  }
}
