# Traffic data of networks and apps are deleted in time.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

input "traffic_retention_max_days" {
  type        = number
  description = "The most days that traffic data (addresses, requests) are kept."
  default     = 70
}

locals {
  web_apps = [
    "azurerm_app_service",
    "azurerm_app_service_slot",
    "azurerm_linux_web_app",
    "azurerm_linux_web_app_slot",
    "azurerm_windows_web_app",
    "azurerm_windows_web_app_slot",
  ]
  function_apps = [
    "azurerm_function_app_flex_consumption",
    "azurerm_linux_function_app",
    "azurerm_linux_function_app_slot",
    "azurerm_windows_function_app",
    "azurerm_windows_function_app_slot",
  ]
}

resource_policy "azurerm_network_watcher_flow_log" "deleted_in_time" {
  locals {
    enabled = core::try(attrs.retention_policy[0].enabled, false) == true
    stated  = core::try(attrs.retention_policy[0].days, 0)
    # 0 days, and a policy that is off, keep the flow logs for ever.
    days = local.enabled && local.stated != null ? local.stated : 0
  }

  enforce {
    condition     = local.days > 0
    error_message = "The flow log is never deleted; traffic data must be deleted after at most ${input.traffic_retention_max_days} days."
  }

  enforce {
    condition     = local.days <= input.traffic_retention_max_days
    error_message = "The flow log is kept for ${local.days} days; traffic data must be deleted after at most ${input.traffic_retention_max_days} days."
  }
}

resource_policy "azurerm_firewall_policy" "insights_deleted_in_time" {
  filter = core::try(attrs.insights[0].enabled, false) == true

  locals {
    stated = core::try(attrs.insights[0].retention_in_days, null)
    # Not set means for ever, like 0.
    days = local.stated == null ? 0 : local.stated
  }

  enforce {
    condition     = local.days > 0 && local.days <= input.traffic_retention_max_days
    error_message = "Insights of the firewall are kept ${local.days == 0 ? "for ever" : "for ${local.days} days"}; traffic data must be deleted after at most ${input.traffic_retention_max_days} days."
  }
}

resource_policy "azurerm_*" "http_log_deleted_in_time" {
  filter = core::contains(local.web_apps, meta.type) && core::try(core::length(attrs.logs[0].http_logs), 0) > 0

  locals {
    sinks  = core::concat(core::try([for s in attrs.logs[0].http_logs[0].file_system : s], []), core::try([for s in attrs.logs[0].http_logs[0].azure_blob_storage : s], []))
    stated = [for s in local.sinks : core::try(s.retention_in_days, null)]
    # Not set means for ever, like 0.
    days = [for d in local.stated : d == null ? 0 : d]
  }

  enforce {
    condition     = core::alltrue([for d in local.days : d > 0 && d <= input.traffic_retention_max_days])
    error_message = "The HTTP log of the app is kept for ${core::join(", ", local.days)} days (0 means for ever); traffic data must be deleted after at most ${input.traffic_retention_max_days} days."
  }
}

resource_policy "azurerm_*" "function_log_deleted_in_time" {
  filter = core::contains(local.function_apps, meta.type) && core::try(core::length(attrs.site_config[0].app_service_logs), 0) > 0

  locals {
    stated = core::try(attrs.site_config[0].app_service_logs[0].retention_period_days, null)
    # Not set means for ever, like 0.
    days = local.stated == null ? 0 : local.stated
  }

  enforce {
    condition     = local.days > 0 && local.days <= input.traffic_retention_max_days
    error_message = "The log files of the app are kept ${local.days == 0 ? "for ever" : "for ${local.days} days"}; traffic data must be deleted after at most ${input.traffic_retention_max_days} days."
  }
}
