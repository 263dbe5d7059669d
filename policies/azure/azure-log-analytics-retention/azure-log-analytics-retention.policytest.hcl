policytest {
  targets = ["azure-log-analytics-retention.policy.hcl"]
}

resource "azurerm_log_analytics_workspace" "pass_30" {
  attrs = {
    id                = "/law/30"
    retention_in_days = 30
  }
}

resource "azurerm_log_analytics_workspace" "pass_90" {
  attrs = {
    id                = "/law/90"
    retention_in_days = 90
  }
}

resource "azurerm_log_analytics_workspace" "pass_unset" {
  attrs = {
    id  = "/law/unset"
    sku = "PerGB2018"
  }
}

resource "azurerm_log_analytics_workspace" "pass_null" {
  attrs = {
    id                = "/law/null"
    retention_in_days = null
  }
}

resource "azurerm_log_analytics_workspace" "fail_7" {
  expect_failure = true
  attrs = {
    id                = "/law/7"
    retention_in_days = 7
  }
}

resource "azurerm_log_analytics_workspace" "fail_365" {
  expect_failure = true
  attrs = {
    id                = "/law/365"
    retention_in_days = 365
  }
}

resource "azurerm_log_analytics_workspace" "fail_730" {
  expect_failure = true
  attrs = {
    id                = "/law/730"
    retention_in_days = 730
  }
}

# A workspace that receives traffic data has the shorter bound.
resource "azurerm_log_analytics_workspace" "fail_traffic_analytics_90" {
  expect_failure = true
  attrs = {
    id                = "/law/traffic_analytics_90"
    retention_in_days = 90
  }
}

resource "azurerm_network_watcher_flow_log" "analytics_90" {
  skip = true
  attrs = {
    traffic_analytics = [{ enabled = true, workspace_resource_id = azurerm_log_analytics_workspace.fail_traffic_analytics_90.id }]
  }
}

resource "azurerm_log_analytics_workspace" "pass_traffic_analytics_70" {
  attrs = {
    id                = "/law/traffic_analytics_70"
    retention_in_days = 70
  }
}

resource "azurerm_network_watcher_flow_log" "analytics_70" {
  skip = true
  attrs = {
    traffic_analytics = [{ enabled = true, workspace_resource_id = azurerm_log_analytics_workspace.pass_traffic_analytics_70.id }]
  }
}

resource "azurerm_log_analytics_workspace" "fail_access_log_90" {
  expect_failure = true
  attrs = {
    id                = "/law/access_log_90"
    retention_in_days = 90
  }
}

resource "azurerm_monitor_diagnostic_setting" "access_90" {
  skip = true
  attrs = {
    target_resource_id         = "/agw"
    log_analytics_workspace_id = azurerm_log_analytics_workspace.fail_access_log_90.id
    enabled_log                = [{ category = "ApplicationGatewayAccessLog" }]
  }
}

resource "azurerm_log_analytics_workspace" "fail_access_log_v3_90" {
  expect_failure = true
  attrs = {
    id                = "/law/access_log_v3_90"
    retention_in_days = 90
  }
}

resource "azurerm_monitor_diagnostic_setting" "access_v3_90" {
  skip = true
  attrs = {
    target_resource_id         = "/afd"
    log_analytics_workspace_id = azurerm_log_analytics_workspace.fail_access_log_v3_90.id
    log                        = [{ category = "FrontDoorAccessLog" }]
  }
}

resource "azurerm_log_analytics_workspace" "pass_audit_log_90" {
  attrs = {
    id                = "/law/audit_log_90"
    retention_in_days = 90
  }
}

resource "azurerm_monitor_diagnostic_setting" "audit_90" {
  skip = true
  attrs = {
    target_resource_id         = "/kv"
    log_analytics_workspace_id = azurerm_log_analytics_workspace.pass_audit_log_90.id
    enabled_log                = [{ category = "AuditEvent" }]
  }
}

resource "azurerm_log_analytics_workspace" "fail_requests_90" {
  expect_failure = true
  attrs = {
    id                = "/law/requests_90"
    retention_in_days = 90
  }
}

resource "azurerm_application_insights" "workspace_90" {
  skip = true
  attrs = {
    workspace_id = azurerm_log_analytics_workspace.fail_requests_90.id
  }
}

# Tables have a retention of their own, and an archive behind it.
resource "azurerm_log_analytics_workspace_table" "pass_table_unset" {
  attrs = {
    name = "AppEvents"
  }
}

resource "azurerm_log_analytics_workspace_table" "pass_table_inherits" {
  attrs = {
    retention_in_days       = -1
    total_retention_in_days = -1
  }
}

resource "azurerm_log_analytics_workspace_table" "pass_table_60" {
  attrs = {
    retention_in_days       = 60
    total_retention_in_days = 60
  }
}

resource "azurerm_log_analytics_workspace_table" "pass_table_null" {
  attrs = {
    retention_in_days       = null
    total_retention_in_days = null
  }
}

resource "azurerm_log_analytics_workspace_table" "fail_table_7" {
  expect_failure = true
  attrs = {
    retention_in_days = 7
  }
}

resource "azurerm_log_analytics_workspace_table" "fail_table_180" {
  expect_failure = true
  attrs = {
    retention_in_days = 180
  }
}

resource "azurerm_log_analytics_workspace_table" "fail_table_archive" {
  expect_failure = true
  attrs = {
    retention_in_days       = 30
    total_retention_in_days = 2556
  }
}

resource "azurerm_log_analytics_workspace_table_custom_log" "pass_custom_unset" {
  attrs = {
    name = "AppEvents"
  }
}

resource "azurerm_log_analytics_workspace_table_custom_log" "pass_custom_inherits" {
  attrs = {
    retention_in_days       = -1
    total_retention_in_days = -1
  }
}

resource "azurerm_log_analytics_workspace_table_custom_log" "pass_custom_60" {
  attrs = {
    retention_in_days       = 60
    total_retention_in_days = 60
  }
}

resource "azurerm_log_analytics_workspace_table_custom_log" "pass_custom_null" {
  attrs = {
    retention_in_days       = null
    total_retention_in_days = null
  }
}

resource "azurerm_log_analytics_workspace_table_custom_log" "fail_custom_7" {
  expect_failure = true
  attrs = {
    retention_in_days = 7
  }
}

resource "azurerm_log_analytics_workspace_table_custom_log" "fail_custom_180" {
  expect_failure = true
  attrs = {
    retention_in_days = 180
  }
}

resource "azurerm_log_analytics_workspace_table_custom_log" "fail_custom_archive" {
  expect_failure = true
  attrs = {
    retention_in_days       = 30
    total_retention_in_days = 2556
  }
}

resource "azurerm_log_analytics_workspace_table" "pass_basic_plan_with_archive" {
  attrs = {
    plan                    = "Basic"
    retention_in_days       = 8
    total_retention_in_days = 60
  }
}

# Classic Application Insights: 90 days unless it says otherwise.
resource "azurerm_application_insights" "pass_30" {
  attrs = {
    retention_in_days = 30
  }
}

resource "azurerm_application_insights" "pass_60" {
  attrs = {
    retention_in_days = 60
  }
}

resource "azurerm_application_insights" "fail_90" {
  expect_failure = true
  attrs = {
    retention_in_days = 90
  }
}

resource "azurerm_application_insights" "fail_unset" {
  expect_failure = true
  attrs = {
    application_type = "web"
  }
}

resource "azurerm_application_insights" "fail_null" {
  expect_failure = true
  attrs = {
    retention_in_days = null
  }
}

resource "azurerm_application_insights" "fail_730" {
  expect_failure = true
  attrs = {
    retention_in_days = 730
  }
}

resource "azurerm_application_insights" "pass_in_workspace" {
  attrs = {
    workspace_id      = "/law/x"
    retention_in_days = 90
  }
}
