policytest {
  targets = ["azure-activity-log.policy.hcl"]
}

resource "azurerm_monitor_diagnostic_setting" "pass_all" {
  attrs = {
    target_resource_id = "/subscriptions/0"
    enabled_log        = [{ category = "Administrative" }, { category = "Security" }, { category = "Policy" }, { category = "Alert" }]
  }
}

resource "azurerm_monitor_diagnostic_setting" "pass_more" {
  attrs = {
    target_resource_id = "/subscriptions/0"
    enabled_log        = [{ category = "Administrative" }, { category = "Security" }, { category = "Policy" }, { category = "Alert" }, { category = "ServiceHealth" }]
  }
}

resource "azurerm_monitor_diagnostic_setting" "pass_old_block" {
  attrs = {
    target_resource_id = "/subscriptions/0"
    log                = [{ category = "Administrative" }, { category = "Security" }, { category = "Policy" }, { category = "Alert" }]
  }
}

resource "azurerm_monitor_diagnostic_setting" "fail_administrative_only" {
  expect_failure = true
  attrs = {
    target_resource_id = "/subscriptions/0"
    enabled_log        = [{ category = "Administrative" }]
  }
}

resource "azurerm_monitor_diagnostic_setting" "fail_security_missing" {
  expect_failure = true
  attrs = {
    target_resource_id = "/subscriptions/0"
    enabled_log        = [{ category = "Administrative" }, { category = "Policy" }, { category = "Alert" }]
  }
}

resource "azurerm_monitor_diagnostic_setting" "fail_old_block_off" {
  expect_failure = true
  attrs = {
    target_resource_id = "/subscriptions/0"
    log                = [{ category = "Administrative" }, { category = "Security", enabled = false }, { category = "Policy" }, { category = "Alert" }]
  }
}

# A setting of another resource is none of the activity log: not applicable.
resource "azurerm_monitor_diagnostic_setting" "pass_key_vault" {
  attrs = {
    target_resource_id = "/subscriptions/0"
    enabled_log        = [{ category = "AuditEvent" }]
  }
}

resource "azurerm_monitor_diagnostic_setting" "pass_metrics" {
  attrs = {
    target_resource_id = "/subscriptions/0"
    metric             = [{ category = "AllMetrics" }]
  }
}

resource "azurerm_monitor_diagnostic_setting" "pass_null_logs" {
  attrs = {
    target_resource_id = "/subscriptions/0"
    enabled_log        = null
  }
}

# Entra ID.
resource "azurerm_monitor_aad_diagnostic_setting" "pass_entra" {
  attrs = {
    enabled_log = [{ category = "AuditLogs" }, { category = "SignInLogs" }, { category = "NonInteractiveUserSignInLogs" }]
  }
}

resource "azurerm_monitor_aad_diagnostic_setting" "fail_entra_audit_only" {
  expect_failure = true
  attrs = {
    enabled_log = [{ category = "AuditLogs" }]
  }
}

resource "azurerm_monitor_aad_diagnostic_setting" "fail_entra_without_tokens" {
  expect_failure = true
  attrs = {
    enabled_log = [{ category = "AuditLogs" }, { category = "SignInLogs" }]
  }
}

resource "azurerm_monitor_aad_diagnostic_setting" "fail_entra_off" {
  expect_failure = true
  attrs = {
    log = [{ category = "AuditLogs" }, { category = "SignInLogs", enabled = false }, { category = "NonInteractiveUserSignInLogs" }]
  }
}

resource "azurerm_monitor_aad_diagnostic_setting" "fail_entra_nothing" {
  expect_failure = true
  attrs = {
    name = "entra"
  }
}
