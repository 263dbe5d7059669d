policytest {
  targets = ["azure-flow-log-retention.policy.hcl"]
}

resource "azurerm_network_watcher_flow_log" "pass_flow_70" {
  attrs = {
    enabled          = true
    retention_policy = [{ enabled = true, days = 70 }]
  }
}

resource "azurerm_network_watcher_flow_log" "pass_flow_30" {
  attrs = {
    enabled          = true
    retention_policy = [{ enabled = true, days = 30 }]
  }
}

resource "azurerm_network_watcher_flow_log" "fail_flow_90" {
  expect_failure = true
  attrs = {
    enabled          = true
    retention_policy = [{ enabled = true, days = 90 }]
  }
}

resource "azurerm_network_watcher_flow_log" "fail_flow_0" {
  expect_failure = true
  attrs = {
    enabled          = true
    retention_policy = [{ enabled = true, days = 0 }]
  }
}

resource "azurerm_network_watcher_flow_log" "fail_flow_off" {
  expect_failure = true
  attrs = {
    enabled          = true
    retention_policy = [{ enabled = false, days = 30 }]
  }
}

resource "azurerm_network_watcher_flow_log" "fail_flow_365" {
  expect_failure = true
  attrs = {
    enabled          = true
    retention_policy = [{ enabled = true, days = 365 }]
  }
}

resource "azurerm_network_watcher_flow_log" "fail_flow_null" {
  expect_failure = true
  attrs = {
    enabled          = true
    retention_policy = [{ enabled = null, days = null }]
  }
}

resource "azurerm_network_watcher_flow_log" "fail_flow_without_policy" {
  expect_failure = true
  attrs = {
    enabled = true
  }
}

# Firewall insights.
resource "azurerm_firewall_policy" "pass_firewall_60" {
  attrs = {
    insights = [{ enabled = true, retention_in_days = 60 }]
  }
}

resource "azurerm_firewall_policy" "pass_firewall_no_insights" {
  attrs = {
    sku = "Standard"
  }
}

resource "azurerm_firewall_policy" "pass_firewall_insights_off" {
  attrs = {
    insights = [{ enabled = false }]
  }
}

resource "azurerm_firewall_policy" "fail_firewall_unset" {
  expect_failure = true
  attrs = {
    insights = [{ enabled = true }]
  }
}

resource "azurerm_firewall_policy" "fail_firewall_0" {
  expect_failure = true
  attrs = {
    insights = [{ enabled = true, retention_in_days = 0 }]
  }
}

resource "azurerm_firewall_policy" "fail_firewall_365" {
  expect_failure = true
  attrs = {
    insights = [{ enabled = true, retention_in_days = 365 }]
  }
}

# HTTP logs that an app keeps itself.
resource "azurerm_linux_web_app" "pass_linux_web_app_files" {
  attrs = {
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 60, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_linux_web_app" "fail_linux_web_app_files_0" {
  expect_failure = true
  attrs = {
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 0, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_linux_web_app" "fail_linux_web_app_blob_90" {
  expect_failure = true
  attrs = {
    logs = [{ http_logs = [{ azure_blob_storage = [{ retention_in_days = 90 }] }] }]
  }
}

resource "azurerm_windows_web_app" "pass_windows_web_app_files" {
  attrs = {
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 60, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_windows_web_app" "fail_windows_web_app_files_0" {
  expect_failure = true
  attrs = {
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 0, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_windows_web_app" "fail_windows_web_app_blob_90" {
  expect_failure = true
  attrs = {
    logs = [{ http_logs = [{ azure_blob_storage = [{ retention_in_days = 90 }] }] }]
  }
}

resource "azurerm_linux_web_app_slot" "pass_linux_web_app_slot_files" {
  attrs = {
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 60, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_linux_web_app_slot" "fail_linux_web_app_slot_files_0" {
  expect_failure = true
  attrs = {
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 0, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_linux_web_app_slot" "fail_linux_web_app_slot_blob_90" {
  expect_failure = true
  attrs = {
    logs = [{ http_logs = [{ azure_blob_storage = [{ retention_in_days = 90 }] }] }]
  }
}

resource "azurerm_windows_web_app_slot" "pass_windows_web_app_slot_files" {
  attrs = {
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 60, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_windows_web_app_slot" "fail_windows_web_app_slot_files_0" {
  expect_failure = true
  attrs = {
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 0, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_windows_web_app_slot" "fail_windows_web_app_slot_blob_90" {
  expect_failure = true
  attrs = {
    logs = [{ http_logs = [{ azure_blob_storage = [{ retention_in_days = 90 }] }] }]
  }
}

resource "azurerm_app_service" "pass_app_service_files" {
  attrs = {
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 60, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_app_service" "fail_app_service_files_0" {
  expect_failure = true
  attrs = {
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 0, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_app_service" "fail_app_service_blob_90" {
  expect_failure = true
  attrs = {
    logs = [{ http_logs = [{ azure_blob_storage = [{ retention_in_days = 90 }] }] }]
  }
}

resource "azurerm_app_service_slot" "pass_app_service_slot_files" {
  attrs = {
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 60, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_app_service_slot" "fail_app_service_slot_files_0" {
  expect_failure = true
  attrs = {
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 0, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_app_service_slot" "fail_app_service_slot_blob_90" {
  expect_failure = true
  attrs = {
    logs = [{ http_logs = [{ azure_blob_storage = [{ retention_in_days = 90 }] }] }]
  }
}

resource "azurerm_linux_web_app" "fail_web_blob_unset" {
  expect_failure = true
  attrs = {
    logs = [{ http_logs = [{ azure_blob_storage = [{}] }] }]
  }
}

resource "azurerm_linux_web_app" "fail_web_null" {
  expect_failure = true
  attrs = {
    logs = [{ http_logs = [{ azure_blob_storage = [{ retention_in_days = null }] }] }]
  }
}

resource "azurerm_linux_web_app" "pass_web_no_http_log" {
  attrs = {
    logs = [{ application_logs = [{ file_system_level = "Warning" }] }]
  }
}

resource "azurerm_linux_web_app" "pass_web_no_log" {
  attrs = {
    name = "shop"
  }
}

resource "azurerm_linux_function_app" "pass_linux_function_app_60" {
  attrs = {
    site_config = [{ app_service_logs = [{ disk_quota_mb = 35, retention_period_days = 60 }] }]
  }
}

resource "azurerm_linux_function_app" "fail_linux_function_app_unset" {
  expect_failure = true
  attrs = {
    site_config = [{ app_service_logs = [{ disk_quota_mb = 35 }] }]
  }
}

resource "azurerm_linux_function_app" "pass_linux_function_app_no_log" {
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_windows_function_app" "pass_windows_function_app_60" {
  attrs = {
    site_config = [{ app_service_logs = [{ disk_quota_mb = 35, retention_period_days = 60 }] }]
  }
}

resource "azurerm_windows_function_app" "fail_windows_function_app_unset" {
  expect_failure = true
  attrs = {
    site_config = [{ app_service_logs = [{ disk_quota_mb = 35 }] }]
  }
}

resource "azurerm_windows_function_app" "pass_windows_function_app_no_log" {
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_linux_function_app_slot" "pass_linux_function_app_slot_60" {
  attrs = {
    site_config = [{ app_service_logs = [{ disk_quota_mb = 35, retention_period_days = 60 }] }]
  }
}

resource "azurerm_linux_function_app_slot" "fail_linux_function_app_slot_unset" {
  expect_failure = true
  attrs = {
    site_config = [{ app_service_logs = [{ disk_quota_mb = 35 }] }]
  }
}

resource "azurerm_linux_function_app_slot" "pass_linux_function_app_slot_no_log" {
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_windows_function_app_slot" "pass_windows_function_app_slot_60" {
  attrs = {
    site_config = [{ app_service_logs = [{ disk_quota_mb = 35, retention_period_days = 60 }] }]
  }
}

resource "azurerm_windows_function_app_slot" "fail_windows_function_app_slot_unset" {
  expect_failure = true
  attrs = {
    site_config = [{ app_service_logs = [{ disk_quota_mb = 35 }] }]
  }
}

resource "azurerm_windows_function_app_slot" "pass_windows_function_app_slot_no_log" {
  attrs = {
    site_config = [{}]
  }
}

resource "azurerm_function_app_flex_consumption" "pass_function_app_flex_consumption_60" {
  attrs = {
    site_config = [{ app_service_logs = [{ disk_quota_mb = 35, retention_period_days = 60 }] }]
  }
}

resource "azurerm_function_app_flex_consumption" "fail_function_app_flex_consumption_unset" {
  expect_failure = true
  attrs = {
    site_config = [{ app_service_logs = [{ disk_quota_mb = 35 }] }]
  }
}

resource "azurerm_function_app_flex_consumption" "pass_function_app_flex_consumption_no_log" {
  attrs = {
    site_config = [{}]
  }
}
