policytest {
  targets = ["azure-sql-auditing.policy.hcl"]
}

resource "azurerm_mssql_server" "pass_audited" {
  attrs = {
    id = "/sql/a"
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "audited" {
  skip = true
  attrs = {
    server_id              = azurerm_mssql_server.pass_audited.id
    log_monitoring_enabled = true
  }
}

resource "azurerm_mssql_server" "pass_audited_explicitly" {
  attrs = {
    id = "/sql/b"
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "audited_explicitly" {
  skip = true
  attrs = {
    server_id = "/sql/b"
    enabled   = true
  }
}

resource "azurerm_mssql_server" "fail_without" {
  expect_failure = true
  attrs = {
    id = "/sql/c"
  }
}

resource "azurerm_mssql_server" "fail_off" {
  expect_failure = true
  attrs = {
    id = "/sql/d"
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "off" {
  skip = true
  attrs = {
    server_id = "/sql/d"
    enabled   = false
  }
}

resource "azurerm_mssql_server" "fail_to_nowhere" {
  expect_failure = true
  attrs = {
    id = "/sql/e"
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "to_nowhere" {
  skip = true
  attrs = {
    server_id              = "/sql/e"
    log_monitoring_enabled = false
  }
}

resource "azurerm_mssql_server" "pass_to_storage" {
  attrs = {
    id = "/sql/f"
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "to_storage" {
  skip = true
  attrs = {
    server_id              = "/sql/f"
    log_monitoring_enabled = false
    storage_endpoint       = "https://staudit.blob.core.windows.net/"
    retention_in_days      = 60
  }
}

# Old servers have the policy inside or beside them.
resource "azurerm_sql_server" "fail_old_without" {
  expect_failure = true
  attrs = {
    name = "old"
  }
}

# How long a storage account keeps the audit log.
resource "azurerm_mssql_server_extended_auditing_policy" "pass_mssql_server_extended_auditing_policy_60" {
  attrs = {
    server_id         = "/x"
    storage_endpoint  = "https://staudit.blob.core.windows.net/"
    retention_in_days = 60
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "fail_mssql_server_extended_auditing_policy_unset" {
  expect_failure = true
  attrs = {
    server_id        = "/x"
    storage_endpoint = "https://staudit.blob.core.windows.net/"
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "fail_mssql_server_extended_auditing_policy_365" {
  expect_failure = true
  attrs = {
    server_id         = "/x"
    storage_endpoint  = "https://staudit.blob.core.windows.net/"
    retention_in_days = 365
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "fail_mssql_server_extended_auditing_policy_7" {
  expect_failure = true
  attrs = {
    server_id         = "/x"
    storage_endpoint  = "https://staudit.blob.core.windows.net/"
    retention_in_days = 7
  }
}

resource "azurerm_mssql_database_extended_auditing_policy" "pass_mssql_database_extended_auditing_policy_60" {
  attrs = {
    storage_endpoint  = "https://staudit.blob.core.windows.net/"
    retention_in_days = 60
  }
}

resource "azurerm_mssql_database_extended_auditing_policy" "fail_mssql_database_extended_auditing_policy_unset" {
  expect_failure = true
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
  }
}

resource "azurerm_mssql_database_extended_auditing_policy" "fail_mssql_database_extended_auditing_policy_365" {
  expect_failure = true
  attrs = {
    storage_endpoint  = "https://staudit.blob.core.windows.net/"
    retention_in_days = 365
  }
}

resource "azurerm_mssql_database_extended_auditing_policy" "fail_mssql_database_extended_auditing_policy_7" {
  expect_failure = true
  attrs = {
    storage_endpoint  = "https://staudit.blob.core.windows.net/"
    retention_in_days = 7
  }
}

resource "azurerm_mssql_server_security_alert_policy" "pass_mssql_server_security_alert_policy_60" {
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
    retention_days   = 60
  }
}

resource "azurerm_mssql_server_security_alert_policy" "fail_mssql_server_security_alert_policy_unset" {
  expect_failure = true
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
  }
}

resource "azurerm_mssql_server_security_alert_policy" "fail_mssql_server_security_alert_policy_365" {
  expect_failure = true
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
    retention_days   = 365
  }
}

resource "azurerm_mssql_server_security_alert_policy" "fail_mssql_server_security_alert_policy_7" {
  expect_failure = true
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
    retention_days   = 7
  }
}

resource "azurerm_mssql_managed_instance_security_alert_policy" "pass_mssql_managed_instance_security_alert_policy_60" {
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
    retention_days   = 60
  }
}

resource "azurerm_mssql_managed_instance_security_alert_policy" "fail_mssql_managed_instance_security_alert_policy_unset" {
  expect_failure = true
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
  }
}

resource "azurerm_mssql_managed_instance_security_alert_policy" "fail_mssql_managed_instance_security_alert_policy_365" {
  expect_failure = true
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
    retention_days   = 365
  }
}

resource "azurerm_mssql_managed_instance_security_alert_policy" "fail_mssql_managed_instance_security_alert_policy_7" {
  expect_failure = true
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
    retention_days   = 7
  }
}

resource "azurerm_synapse_workspace_extended_auditing_policy" "pass_synapse_workspace_extended_auditing_policy_60" {
  attrs = {
    storage_endpoint  = "https://staudit.blob.core.windows.net/"
    retention_in_days = 60
  }
}

resource "azurerm_synapse_workspace_extended_auditing_policy" "fail_synapse_workspace_extended_auditing_policy_unset" {
  expect_failure = true
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
  }
}

resource "azurerm_synapse_workspace_extended_auditing_policy" "fail_synapse_workspace_extended_auditing_policy_365" {
  expect_failure = true
  attrs = {
    storage_endpoint  = "https://staudit.blob.core.windows.net/"
    retention_in_days = 365
  }
}

resource "azurerm_synapse_workspace_extended_auditing_policy" "fail_synapse_workspace_extended_auditing_policy_7" {
  expect_failure = true
  attrs = {
    storage_endpoint  = "https://staudit.blob.core.windows.net/"
    retention_in_days = 7
  }
}

resource "azurerm_synapse_sql_pool_extended_auditing_policy" "pass_synapse_sql_pool_extended_auditing_policy_60" {
  attrs = {
    storage_endpoint  = "https://staudit.blob.core.windows.net/"
    retention_in_days = 60
  }
}

resource "azurerm_synapse_sql_pool_extended_auditing_policy" "fail_synapse_sql_pool_extended_auditing_policy_unset" {
  expect_failure = true
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
  }
}

resource "azurerm_synapse_sql_pool_extended_auditing_policy" "fail_synapse_sql_pool_extended_auditing_policy_365" {
  expect_failure = true
  attrs = {
    storage_endpoint  = "https://staudit.blob.core.windows.net/"
    retention_in_days = 365
  }
}

resource "azurerm_synapse_sql_pool_extended_auditing_policy" "fail_synapse_sql_pool_extended_auditing_policy_7" {
  expect_failure = true
  attrs = {
    storage_endpoint  = "https://staudit.blob.core.windows.net/"
    retention_in_days = 7
  }
}

resource "azurerm_synapse_workspace_security_alert_policy" "pass_synapse_workspace_security_alert_policy_60" {
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
    retention_days   = 60
  }
}

resource "azurerm_synapse_workspace_security_alert_policy" "fail_synapse_workspace_security_alert_policy_unset" {
  expect_failure = true
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
  }
}

resource "azurerm_synapse_workspace_security_alert_policy" "fail_synapse_workspace_security_alert_policy_365" {
  expect_failure = true
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
    retention_days   = 365
  }
}

resource "azurerm_synapse_workspace_security_alert_policy" "fail_synapse_workspace_security_alert_policy_7" {
  expect_failure = true
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
    retention_days   = 7
  }
}

resource "azurerm_synapse_sql_pool_security_alert_policy" "pass_synapse_sql_pool_security_alert_policy_60" {
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
    retention_days   = 60
  }
}

resource "azurerm_synapse_sql_pool_security_alert_policy" "fail_synapse_sql_pool_security_alert_policy_unset" {
  expect_failure = true
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
  }
}

resource "azurerm_synapse_sql_pool_security_alert_policy" "fail_synapse_sql_pool_security_alert_policy_365" {
  expect_failure = true
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
    retention_days   = 365
  }
}

resource "azurerm_synapse_sql_pool_security_alert_policy" "fail_synapse_sql_pool_security_alert_policy_7" {
  expect_failure = true
  attrs = {
    storage_endpoint = "https://staudit.blob.core.windows.net/"
    retention_days   = 7
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "fail_null_days" {
  expect_failure = true
  attrs = {
    server_id         = "/x"
    storage_endpoint  = "https://staudit.blob.core.windows.net/"
    retention_in_days = null
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "fail_zero_days" {
  expect_failure = true
  attrs = {
    server_id         = "/x"
    storage_endpoint  = "https://staudit.blob.core.windows.net/"
    retention_in_days = 0
  }
}

# Without a storage account the workspace decides: not applicable.
resource "azurerm_mssql_server_extended_auditing_policy" "pass_workspace_only" {
  attrs = {
    server_id              = "/x"
    log_monitoring_enabled = true
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "pass_null_endpoint" {
  attrs = {
    server_id         = "/x"
    storage_endpoint  = null
    retention_in_days = 0
  }
}
