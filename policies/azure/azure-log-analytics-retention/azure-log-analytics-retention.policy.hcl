# Logs in Azure Monitor are kept as long as the TOM says, and no longer; traffic data shorter.

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

input "traffic_retention_max_days" {
  type        = number
  description = "The most days that traffic data (addresses, requests) are kept."
  default     = 70
}

locals {
  tables = ["azurerm_log_analytics_workspace_table", "azurerm_log_analytics_workspace_table_custom_log"]

  # Log categories that hold addresses and requests of users.
  traffic_categories = [
    "AZFWApplicationRule",
    "AZFWNetworkRule",
    "AppServiceHTTPLogs",
    "ApplicationGatewayAccessLog",
    "ApplicationGatewayFirewallLog",
    "AzureFirewallApplicationRule",
    "AzureFirewallNetworkRule",
    "FrontDoorAccessLog",
    "FrontDoorWebApplicationFirewallLog",
    "GatewayLogs",
    "NetworkSecurityGroupFlowEvent",
  ]

  # Where traffic data go: flow logs, access logs of gateways and apps, and the requests that Application Insights records.
  flow_workspaces = core::flatten([
    for f in core::getresources("azurerm_network_watcher_flow_log", {}) : [
      for a in core::try([for a in f.traffic_analytics : a], []) : a.workspace_resource_id
    ]
  ])
  access_log_workspaces = core::flatten([
    for s in core::getresources("azurerm_monitor_diagnostic_setting", {}) : [
      for l in core::concat(core::try([for l in s.enabled_log : l], []), core::try([for l in s.log : l], [])) :
      core::try(s.log_analytics_workspace_id, null) if core::contains(local.traffic_categories, core::try(l.category, ""))
    ]
  ])
  request_workspaces = [for i in core::getresources("azurerm_application_insights", {}) : core::try(i.workspace_id, null)]
}

resource_policy "azurerm_log_analytics_workspace" "kept_long_enough" {
  locals {
    # Not set, the service keeps 30 days.
    stated = core::try(attrs.retention_in_days, null)
    days   = local.stated == null ? 30 : local.stated
  }

  enforce {
    condition     = local.days >= input.log_retention_min_days
    error_message = "The workspace keeps its logs for ${local.days} days; at least ${input.log_retention_min_days} days are promised."
  }
}

resource_policy "azurerm_log_analytics_workspace" "deleted_in_time" {
  locals {
    stated = core::try(attrs.retention_in_days, null)
    days   = local.stated == null ? 30 : local.stated
  }

  enforce {
    condition     = local.days <= input.log_retention_max_days
    error_message = "The workspace keeps its logs for ${local.days} days; at most ${input.log_retention_max_days} days are promised."
  }
}

resource_policy "azurerm_log_analytics_workspace" "traffic_deleted_in_time" {
  # A workspace that no flow log, access log or request goes to is not judged.
  filter = core::anytrue([for w in core::concat(local.flow_workspaces, local.access_log_workspaces, local.request_workspaces) : w == attrs.id])

  locals {
    stated = core::try(attrs.retention_in_days, null)
    days   = local.stated == null ? 30 : local.stated
  }

  enforce {
    condition     = local.days <= input.traffic_retention_max_days
    error_message = "The workspace receives traffic data and keeps them for ${local.days} days; at most ${input.traffic_retention_max_days} days are promised."
  }
}

resource_policy "azurerm_log_analytics_workspace_*" "table_kept_long_enough" {
  filter = core::contains(local.tables, meta.type)

  locals {
    # Not set, and -1, mean the workspace's own retention. The archive (total_retention_in_days) counts as kept.
    stated = [for a in ["retention_in_days", "total_retention_in_days"] : core::try(attrs[a], null)]
    days   = [for d in local.stated : d == null ? -1 : d]
  }

  enforce {
    condition     = local.days[0] == -1 || local.days[0] >= input.log_retention_min_days || local.days[1] >= input.log_retention_min_days
    error_message = "The table keeps its rows for ${local.days[0]} days; at least ${input.log_retention_min_days} days are promised."
  }
}

resource_policy "azurerm_log_analytics_workspace_*" "table_deleted_in_time" {
  filter = core::contains(local.tables, meta.type)

  locals {
    stated = [for a in ["retention_in_days", "total_retention_in_days"] : core::try(attrs[a], null)]
    days   = [for d in local.stated : d == null ? -1 : d]
  }

  enforce {
    condition     = local.days[0] <= input.log_retention_max_days
    error_message = "The table keeps its rows for ${local.days[0]} days; at most ${input.log_retention_max_days} days are promised."
  }

  enforce {
    condition     = local.days[1] <= input.log_retention_max_days
    error_message = "The archive of the table keeps its rows for ${local.days[1]} days in all; at most ${input.log_retention_max_days} days are promised."
  }
}

resource_policy "azurerm_application_insights" "requests_deleted_in_time" {
  # In a workspace the workspace's retention decides, and this argument has no effect.
  filter = core::valuetostring(core::try(attrs.workspace_id, null)) == "(null)"

  locals {
    stated = core::try(attrs.retention_in_days, null)
    # Not set, the provider writes 90 days.
    days = local.stated == null ? 90 : local.stated
  }

  enforce {
    condition     = local.days <= input.traffic_retention_max_days
    error_message = "Requests and addresses are kept for ${local.days} days; at most ${input.traffic_retention_max_days} days of traffic data are promised."
  }
}
