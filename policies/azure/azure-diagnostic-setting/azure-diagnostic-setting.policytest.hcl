policytest {
  targets = ["azure-diagnostic-setting.policy.hcl"]
}

resource "azurerm_api_management" "pass_api_management" {
  attrs = {
    id = "/api_management/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "api_management" {
  skip = true
  attrs = {
    target_resource_id = azurerm_api_management.pass_api_management.id
    enabled_log        = [{ category = "GatewayLogs" }]
  }
}

resource "azurerm_api_management" "fail_api_management_alone" {
  expect_failure = true
  attrs = {
    id = "/api_management/b"
  }
}

resource "azurerm_application_gateway" "pass_application_gateway" {
  attrs = {
    id = "/application_gateway/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "application_gateway" {
  skip = true
  attrs = {
    target_resource_id = azurerm_application_gateway.pass_application_gateway.id
    enabled_log        = [{ category = "ApplicationGatewayAccessLog" }]
  }
}

resource "azurerm_application_gateway" "fail_application_gateway_alone" {
  expect_failure = true
  attrs = {
    id = "/application_gateway/b"
  }
}

resource "azurerm_automation_account" "pass_automation_account" {
  attrs = {
    id = "/automation_account/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "automation_account" {
  skip = true
  attrs = {
    target_resource_id = azurerm_automation_account.pass_automation_account.id
    enabled_log        = [{ category = "AuditEvent" }]
  }
}

resource "azurerm_automation_account" "fail_automation_account_alone" {
  expect_failure = true
  attrs = {
    id = "/automation_account/b"
  }
}

resource "azurerm_bastion_host" "pass_bastion_host" {
  attrs = {
    id = "/bastion_host/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "bastion_host" {
  skip = true
  attrs = {
    target_resource_id = azurerm_bastion_host.pass_bastion_host.id
    enabled_log        = [{ category = "BastionAuditLogs" }]
  }
}

resource "azurerm_bastion_host" "fail_bastion_host_alone" {
  expect_failure = true
  attrs = {
    id = "/bastion_host/b"
  }
}

resource "azurerm_cdn_frontdoor_profile" "pass_cdn_frontdoor_profile" {
  attrs = {
    id = "/cdn_frontdoor_profile/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "cdn_frontdoor_profile" {
  skip = true
  attrs = {
    target_resource_id = azurerm_cdn_frontdoor_profile.pass_cdn_frontdoor_profile.id
    enabled_log        = [{ category = "FrontDoorAccessLog" }]
  }
}

resource "azurerm_cdn_frontdoor_profile" "fail_cdn_frontdoor_profile_alone" {
  expect_failure = true
  attrs = {
    id = "/cdn_frontdoor_profile/b"
  }
}

resource "azurerm_cognitive_account" "pass_cognitive_account" {
  attrs = {
    id = "/cognitive_account/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "cognitive_account" {
  skip = true
  attrs = {
    target_resource_id = azurerm_cognitive_account.pass_cognitive_account.id
    enabled_log        = [{ category = "Audit" }]
  }
}

resource "azurerm_cognitive_account" "fail_cognitive_account_alone" {
  expect_failure = true
  attrs = {
    id = "/cognitive_account/b"
  }
}

resource "azurerm_container_registry" "pass_container_registry" {
  attrs = {
    id = "/container_registry/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "container_registry" {
  skip = true
  attrs = {
    target_resource_id = azurerm_container_registry.pass_container_registry.id
    enabled_log        = [{ category = "ContainerRegistryLoginEvents" }]
  }
}

resource "azurerm_container_registry" "fail_container_registry_alone" {
  expect_failure = true
  attrs = {
    id = "/container_registry/b"
  }
}

resource "azurerm_cosmosdb_account" "pass_cosmosdb_account" {
  attrs = {
    id = "/cosmosdb_account/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "cosmosdb_account" {
  skip = true
  attrs = {
    target_resource_id = azurerm_cosmosdb_account.pass_cosmosdb_account.id
    enabled_log        = [{ category = "ControlPlaneRequests" }]
  }
}

resource "azurerm_cosmosdb_account" "fail_cosmosdb_account_alone" {
  expect_failure = true
  attrs = {
    id = "/cosmosdb_account/b"
  }
}

resource "azurerm_data_factory" "pass_data_factory" {
  attrs = {
    id = "/data_factory/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "data_factory" {
  skip = true
  attrs = {
    target_resource_id = azurerm_data_factory.pass_data_factory.id
    enabled_log        = [{ category = "ActivityRuns" }]
  }
}

resource "azurerm_data_factory" "fail_data_factory_alone" {
  expect_failure = true
  attrs = {
    id = "/data_factory/b"
  }
}

resource "azurerm_eventhub_namespace" "pass_eventhub_namespace" {
  attrs = {
    id = "/eventhub_namespace/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "eventhub_namespace" {
  skip = true
  attrs = {
    target_resource_id = azurerm_eventhub_namespace.pass_eventhub_namespace.id
    enabled_log        = [{ category = "OperationalLogs" }]
  }
}

resource "azurerm_eventhub_namespace" "fail_eventhub_namespace_alone" {
  expect_failure = true
  attrs = {
    id = "/eventhub_namespace/b"
  }
}

resource "azurerm_firewall" "pass_firewall" {
  attrs = {
    id = "/firewall/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "firewall" {
  skip = true
  attrs = {
    target_resource_id = azurerm_firewall.pass_firewall.id
    enabled_log        = [{ category = "AZFWNetworkRule" }]
  }
}

resource "azurerm_firewall" "fail_firewall_alone" {
  expect_failure = true
  attrs = {
    id = "/firewall/b"
  }
}

resource "azurerm_key_vault" "pass_key_vault" {
  attrs = {
    id = "/key_vault/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "key_vault" {
  skip = true
  attrs = {
    target_resource_id = azurerm_key_vault.pass_key_vault.id
    enabled_log        = [{ category = "AuditEvent" }]
  }
}

resource "azurerm_key_vault" "fail_key_vault_alone" {
  expect_failure = true
  attrs = {
    id = "/key_vault/b"
  }
}

resource "azurerm_key_vault_managed_hardware_security_module" "pass_key_vault_managed_hardware_security_module" {
  attrs = {
    id = "/key_vault_managed_hardware_security_module/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "key_vault_managed_hardware_security_module" {
  skip = true
  attrs = {
    target_resource_id = azurerm_key_vault_managed_hardware_security_module.pass_key_vault_managed_hardware_security_module.id
    enabled_log        = [{ category = "AuditEvent" }]
  }
}

resource "azurerm_key_vault_managed_hardware_security_module" "fail_key_vault_managed_hardware_security_module_alone" {
  expect_failure = true
  attrs = {
    id = "/key_vault_managed_hardware_security_module/b"
  }
}

resource "azurerm_kubernetes_cluster" "pass_kubernetes_cluster" {
  attrs = {
    id = "/kubernetes_cluster/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "kubernetes_cluster" {
  skip = true
  attrs = {
    target_resource_id = azurerm_kubernetes_cluster.pass_kubernetes_cluster.id
    enabled_log        = [{ category = "kube-audit" }]
  }
}

resource "azurerm_kubernetes_cluster" "fail_kubernetes_cluster_alone" {
  expect_failure = true
  attrs = {
    id = "/kubernetes_cluster/b"
  }
}

resource "azurerm_mssql_managed_instance" "pass_mssql_managed_instance" {
  attrs = {
    id = "/mssql_managed_instance/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "mssql_managed_instance" {
  skip = true
  attrs = {
    target_resource_id = azurerm_mssql_managed_instance.pass_mssql_managed_instance.id
    enabled_log        = [{ category = "SQLSecurityAuditEvents" }]
  }
}

resource "azurerm_mssql_managed_instance" "fail_mssql_managed_instance_alone" {
  expect_failure = true
  attrs = {
    id = "/mssql_managed_instance/b"
  }
}

resource "azurerm_mysql_flexible_server" "pass_mysql_flexible_server" {
  attrs = {
    id = "/mysql_flexible_server/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "mysql_flexible_server" {
  skip = true
  attrs = {
    target_resource_id = azurerm_mysql_flexible_server.pass_mysql_flexible_server.id
    enabled_log        = [{ category = "MySqlAuditLogs" }]
  }
}

resource "azurerm_mysql_flexible_server" "fail_mysql_flexible_server_alone" {
  expect_failure = true
  attrs = {
    id = "/mysql_flexible_server/b"
  }
}

resource "azurerm_postgresql_flexible_server" "pass_postgresql_flexible_server" {
  attrs = {
    id = "/postgresql_flexible_server/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "postgresql_flexible_server" {
  skip = true
  attrs = {
    target_resource_id = azurerm_postgresql_flexible_server.pass_postgresql_flexible_server.id
    enabled_log        = [{ category = "PostgreSQLLogs" }]
  }
}

resource "azurerm_postgresql_flexible_server" "fail_postgresql_flexible_server_alone" {
  expect_failure = true
  attrs = {
    id = "/postgresql_flexible_server/b"
  }
}

resource "azurerm_postgresql_server" "pass_postgresql_server" {
  attrs = {
    id = "/postgresql_server/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "postgresql_server" {
  skip = true
  attrs = {
    target_resource_id = azurerm_postgresql_server.pass_postgresql_server.id
    enabled_log        = [{ category = "PostgreSQLLogs" }]
  }
}

resource "azurerm_postgresql_server" "fail_postgresql_server_alone" {
  expect_failure = true
  attrs = {
    id = "/postgresql_server/b"
  }
}

resource "azurerm_recovery_services_vault" "pass_recovery_services_vault" {
  attrs = {
    id = "/recovery_services_vault/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "recovery_services_vault" {
  skip = true
  attrs = {
    target_resource_id = azurerm_recovery_services_vault.pass_recovery_services_vault.id
    enabled_log        = [{ category = "CoreAzureBackup" }]
  }
}

resource "azurerm_recovery_services_vault" "fail_recovery_services_vault_alone" {
  expect_failure = true
  attrs = {
    id = "/recovery_services_vault/b"
  }
}

resource "azurerm_search_service" "pass_search_service" {
  attrs = {
    id = "/search_service/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "search_service" {
  skip = true
  attrs = {
    target_resource_id = azurerm_search_service.pass_search_service.id
    enabled_log        = [{ category = "OperationLogs" }]
  }
}

resource "azurerm_search_service" "fail_search_service_alone" {
  expect_failure = true
  attrs = {
    id = "/search_service/b"
  }
}

resource "azurerm_servicebus_namespace" "pass_servicebus_namespace" {
  attrs = {
    id = "/servicebus_namespace/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "servicebus_namespace" {
  skip = true
  attrs = {
    target_resource_id = azurerm_servicebus_namespace.pass_servicebus_namespace.id
    enabled_log        = [{ category = "OperationalLogs" }]
  }
}

resource "azurerm_servicebus_namespace" "fail_servicebus_namespace_alone" {
  expect_failure = true
  attrs = {
    id = "/servicebus_namespace/b"
  }
}

resource "azurerm_synapse_workspace" "pass_synapse_workspace" {
  attrs = {
    id = "/synapse_workspace/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "synapse_workspace" {
  skip = true
  attrs = {
    target_resource_id = azurerm_synapse_workspace.pass_synapse_workspace.id
    enabled_log        = [{ category = "SynapseRbacOperations" }]
  }
}

resource "azurerm_synapse_workspace" "fail_synapse_workspace_alone" {
  expect_failure = true
  attrs = {
    id = "/synapse_workspace/b"
  }
}

# What counts as an audit log, and what does not.
resource "azurerm_key_vault" "pass_group_audit" {
  attrs = {
    id = "/kv/group_audit"
  }
}

resource "azurerm_monitor_diagnostic_setting" "group_audit" {
  skip = true
  attrs = {
    target_resource_id = "/kv/group_audit"
    enabled_log        = [{ category_group = "audit" }]
  }
}

resource "azurerm_key_vault" "pass_group_all" {
  attrs = {
    id = "/kv/group_all"
  }
}

resource "azurerm_monitor_diagnostic_setting" "group_all" {
  skip = true
  attrs = {
    target_resource_id = "/kv/group_all"
    enabled_log        = [{ category_group = "allLogs" }]
  }
}

resource "azurerm_key_vault" "pass_second_log" {
  attrs = {
    id = "/kv/second_log"
  }
}

resource "azurerm_monitor_diagnostic_setting" "second_log" {
  skip = true
  attrs = {
    target_resource_id = "/kv/second_log"
    enabled_log        = [{ category = "AzurePolicyEvaluationDetails" }, { category = "AuditEvent" }]
  }
}

resource "azurerm_key_vault" "pass_old_log_block" {
  attrs = {
    id = "/kv/old_log_block"
  }
}

resource "azurerm_monitor_diagnostic_setting" "old_log_block" {
  skip = true
  attrs = {
    target_resource_id = "/kv/old_log_block"
    log                = [{ category = "AuditEvent", enabled = true }]
  }
}

resource "azurerm_key_vault" "pass_old_log_block_unset" {
  attrs = {
    id = "/kv/old_log_block_unset"
  }
}

resource "azurerm_monitor_diagnostic_setting" "old_log_block_unset" {
  skip = true
  attrs = {
    target_resource_id = "/kv/old_log_block_unset"
    log                = [{ category = "AuditEvent" }]
  }
}

resource "azurerm_key_vault" "fail_old_log_block_off" {
  expect_failure = true
  attrs = {
    id = "/kv/old_log_block_off"
  }
}

resource "azurerm_monitor_diagnostic_setting" "old_log_block_off" {
  skip = true
  attrs = {
    target_resource_id = "/kv/old_log_block_off"
    log                = [{ category = "AuditEvent", enabled = false }]
  }
}

resource "azurerm_key_vault" "fail_metrics_only" {
  expect_failure = true
  attrs = {
    id = "/kv/metrics_only"
  }
}

resource "azurerm_monitor_diagnostic_setting" "metrics_only" {
  skip = true
  attrs = {
    target_resource_id = "/kv/metrics_only"
    metric             = [{ category = "AllMetrics" }]
  }
}

resource "azurerm_key_vault" "fail_null_logs" {
  expect_failure = true
  attrs = {
    id = "/kv/null_logs"
  }
}

resource "azurerm_monitor_diagnostic_setting" "null_logs" {
  skip = true
  attrs = {
    target_resource_id = "/kv/null_logs"
    enabled_log        = null
  }
}

resource "azurerm_key_vault" "fail_other_category" {
  expect_failure = true
  attrs = {
    id = "/kv/other_category"
  }
}

resource "azurerm_monitor_diagnostic_setting" "other_category" {
  skip = true
  attrs = {
    target_resource_id = "/kv/other_category"
    enabled_log        = [{ category = "AzurePolicyEvaluationDetails" }]
  }
}

resource "azurerm_key_vault" "fail_category_null" {
  expect_failure = true
  attrs = {
    id = "/kv/category_null"
  }
}

resource "azurerm_monitor_diagnostic_setting" "category_null" {
  skip = true
  attrs = {
    target_resource_id = "/kv/category_null"
    enabled_log        = [{ category = null, category_group = null }]
  }
}

# Two settings on one vault: one of them is enough.
resource "azurerm_key_vault" "pass_two_settings" {
  attrs = {
    id = "/kv/two"
  }
}

resource "azurerm_monitor_diagnostic_setting" "two_metrics" {
  skip = true
  attrs = {
    target_resource_id = "/kv/two"
    metric             = [{ category = "AllMetrics" }]
  }
}

resource "azurerm_monitor_diagnostic_setting" "two_logs" {
  skip = true
  attrs = {
    target_resource_id = "/kv/two"
    enabled_log        = [{ category_group = "audit" }]
  }
}

# Storage: the setting hangs on the blob service of the account.
resource "azurerm_storage_account" "pass_blob_service" {
  attrs = {
    id = "/sa/blob_service"
  }
}

resource "azurerm_monitor_diagnostic_setting" "storage_blob_service" {
  skip = true
  attrs = {
    target_resource_id = "/sa/blob_service/blobServices/default"
    enabled_log        = [{ category = "StorageRead" }, { category = "StorageWrite" }, { category = "StorageDelete" }]
  }
}

resource "azurerm_storage_account" "pass_blob_service_slash" {
  attrs = {
    id = "/sa/blob_service_slash"
  }
}

resource "azurerm_monitor_diagnostic_setting" "storage_blob_service_slash" {
  skip = true
  attrs = {
    target_resource_id = "/sa/blob_service_slash/blobServices/default/"
    enabled_log        = [{ category_group = "allLogs" }]
  }
}

resource "azurerm_storage_account" "fail_account_itself" {
  expect_failure = true
  attrs = {
    id = "/sa/account_itself"
  }
}

resource "azurerm_monitor_diagnostic_setting" "storage_account_itself" {
  skip = true
  attrs = {
    target_resource_id = "/sa/account_itself"
    metric             = [{ category = "Transaction" }]
  }
}

resource "azurerm_storage_account" "fail_reads_missing" {
  expect_failure = true
  attrs = {
    id = "/sa/reads_missing"
  }
}

resource "azurerm_monitor_diagnostic_setting" "storage_reads_missing" {
  skip = true
  attrs = {
    target_resource_id = "/sa/reads_missing/blobServices/default"
    enabled_log        = [{ category = "StorageWrite" }, { category = "StorageDelete" }]
  }
}

resource "azurerm_storage_account" "fail_storage_alone" {
  expect_failure = true
  attrs = {
    id = "/sa/alone"
  }
}

# Apps: a diagnostic setting or the app's own HTTP log.
resource "azurerm_linux_web_app" "pass_linux_web_app_http_log" {
  attrs = {
    id   = "/linux_web_app/a"
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 30, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_linux_web_app" "fail_linux_web_app_without" {
  expect_failure = true
  attrs = {
    id = "/linux_web_app/b"
  }
}

resource "azurerm_windows_web_app" "pass_windows_web_app_http_log" {
  attrs = {
    id   = "/windows_web_app/a"
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 30, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_windows_web_app" "fail_windows_web_app_without" {
  expect_failure = true
  attrs = {
    id = "/windows_web_app/b"
  }
}

resource "azurerm_linux_web_app_slot" "pass_linux_web_app_slot_http_log" {
  attrs = {
    id   = "/linux_web_app_slot/a"
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 30, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_linux_web_app_slot" "fail_linux_web_app_slot_without" {
  expect_failure = true
  attrs = {
    id = "/linux_web_app_slot/b"
  }
}

resource "azurerm_windows_web_app_slot" "pass_windows_web_app_slot_http_log" {
  attrs = {
    id   = "/windows_web_app_slot/a"
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 30, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_windows_web_app_slot" "fail_windows_web_app_slot_without" {
  expect_failure = true
  attrs = {
    id = "/windows_web_app_slot/b"
  }
}

resource "azurerm_app_service" "pass_app_service_http_log" {
  attrs = {
    id   = "/app_service/a"
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 30, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_app_service" "fail_app_service_without" {
  expect_failure = true
  attrs = {
    id = "/app_service/b"
  }
}

resource "azurerm_app_service_slot" "pass_app_service_slot_http_log" {
  attrs = {
    id   = "/app_service_slot/a"
    logs = [{ http_logs = [{ file_system = [{ retention_in_days = 30, retention_in_mb = 35 }] }] }]
  }
}

resource "azurerm_app_service_slot" "fail_app_service_slot_without" {
  expect_failure = true
  attrs = {
    id = "/app_service_slot/b"
  }
}

resource "azurerm_linux_function_app" "pass_linux_function_app" {
  attrs = {
    id = "/linux_function_app/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "linux_function_app" {
  skip = true
  attrs = {
    target_resource_id = "/linux_function_app/a"
    enabled_log        = [{ category = "FunctionAppLogs" }]
  }
}

resource "azurerm_linux_function_app" "fail_linux_function_app_without" {
  expect_failure = true
  attrs = {
    id = "/linux_function_app/b"
  }
}

resource "azurerm_windows_function_app" "pass_windows_function_app" {
  attrs = {
    id = "/windows_function_app/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "windows_function_app" {
  skip = true
  attrs = {
    target_resource_id = "/windows_function_app/a"
    enabled_log        = [{ category = "FunctionAppLogs" }]
  }
}

resource "azurerm_windows_function_app" "fail_windows_function_app_without" {
  expect_failure = true
  attrs = {
    id = "/windows_function_app/b"
  }
}

resource "azurerm_linux_function_app_slot" "pass_linux_function_app_slot" {
  attrs = {
    id = "/linux_function_app_slot/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "linux_function_app_slot" {
  skip = true
  attrs = {
    target_resource_id = "/linux_function_app_slot/a"
    enabled_log        = [{ category = "FunctionAppLogs" }]
  }
}

resource "azurerm_linux_function_app_slot" "fail_linux_function_app_slot_without" {
  expect_failure = true
  attrs = {
    id = "/linux_function_app_slot/b"
  }
}

resource "azurerm_windows_function_app_slot" "pass_windows_function_app_slot" {
  attrs = {
    id = "/windows_function_app_slot/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "windows_function_app_slot" {
  skip = true
  attrs = {
    target_resource_id = "/windows_function_app_slot/a"
    enabled_log        = [{ category = "FunctionAppLogs" }]
  }
}

resource "azurerm_windows_function_app_slot" "fail_windows_function_app_slot_without" {
  expect_failure = true
  attrs = {
    id = "/windows_function_app_slot/b"
  }
}

resource "azurerm_function_app" "pass_function_app" {
  attrs = {
    id = "/function_app/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "function_app" {
  skip = true
  attrs = {
    target_resource_id = "/function_app/a"
    enabled_log        = [{ category = "FunctionAppLogs" }]
  }
}

resource "azurerm_function_app" "fail_function_app_without" {
  expect_failure = true
  attrs = {
    id = "/function_app/b"
  }
}

resource "azurerm_logic_app_standard" "pass_logic_app_standard" {
  attrs = {
    id = "/logic_app_standard/a"
  }
}

resource "azurerm_monitor_diagnostic_setting" "logic_app_standard" {
  skip = true
  attrs = {
    target_resource_id = "/logic_app_standard/a"
    enabled_log        = [{ category = "FunctionAppLogs" }]
  }
}

resource "azurerm_logic_app_standard" "fail_logic_app_standard_without" {
  expect_failure = true
  attrs = {
    id = "/logic_app_standard/b"
  }
}

resource "azurerm_linux_web_app" "pass_web_app_setting" {
  attrs = {
    id = "/app/c"
  }
}

resource "azurerm_monitor_diagnostic_setting" "web_app" {
  skip = true
  attrs = {
    target_resource_id = "/app/c"
    enabled_log        = [{ category = "AppServiceHTTPLogs" }]
  }
}

resource "azurerm_linux_web_app" "fail_web_app_application_log_only" {
  expect_failure = true
  attrs = {
    id   = "/app/d"
    logs = [{ application_logs = [{ file_system_level = "Warning" }] }]
  }
}

resource "azurerm_linux_web_app" "fail_web_app_logs_null" {
  expect_failure = true
  attrs = {
    id   = "/app/e"
    logs = null
  }
}

resource "azurerm_container_app_environment" "pass_environment_workspace" {
  attrs = {
    id                         = "/env/a"
    log_analytics_workspace_id = "/law/a"
  }
}

resource "azurerm_container_app_environment" "pass_environment_monitor" {
  attrs = {
    id               = "/env/b"
    logs_destination = "azure-monitor"
  }
}

resource "azurerm_monitor_diagnostic_setting" "environment" {
  skip = true
  attrs = {
    target_resource_id = "/env/b"
    enabled_log        = [{ category = "ContainerAppConsoleLogs" }]
  }
}

resource "azurerm_container_app_environment" "fail_environment_monitor_alone" {
  expect_failure = true
  attrs = {
    id               = "/env/c"
    logs_destination = "azure-monitor"
  }
}

resource "azurerm_container_app_environment" "fail_environment_streaming_only" {
  expect_failure = true
  attrs = {
    id = "/env/d"
  }
}

# Logs that go to a storage account need a lifecycle that deletes them.
resource "azurerm_storage_account" "sink_after_60" {
  skip = true
  attrs = {
    id = "/sink/after_60"
  }
}

resource "azurerm_monitor_diagnostic_setting" "pass_sink_after_60" {
  attrs = {
    target_resource_id = "/x/after_60"
    storage_account_id = azurerm_storage_account.sink_after_60.id
    enabled_log        = [{ category_group = "allLogs" }]
  }
}

resource "azurerm_storage_management_policy" "sink_after_60" {
  skip = true
  attrs = {
    storage_account_id = azurerm_storage_account.sink_after_60.id
    rule               = [{ name = "logs", enabled = true, actions = [{ base_blob = [{ delete_after_days_since_modification_greater_than = 60 }] }] }]
  }
}

resource "azurerm_storage_account" "sink_after_creation" {
  skip = true
  attrs = {
    id = "/sink/after_creation"
  }
}

resource "azurerm_monitor_diagnostic_setting" "pass_sink_after_creation" {
  attrs = {
    target_resource_id = "/x/after_creation"
    storage_account_id = azurerm_storage_account.sink_after_creation.id
    enabled_log        = [{ category_group = "allLogs" }]
  }
}

resource "azurerm_storage_management_policy" "sink_after_creation" {
  skip = true
  attrs = {
    storage_account_id = azurerm_storage_account.sink_after_creation.id
    rule               = [{ name = "logs", enabled = true, actions = [{ base_blob = [{ delete_after_days_since_creation_greater_than = 90 }] }] }]
  }
}

resource "azurerm_storage_account" "sink_after_access" {
  skip = true
  attrs = {
    id = "/sink/after_access"
  }
}

resource "azurerm_monitor_diagnostic_setting" "pass_sink_after_access" {
  attrs = {
    target_resource_id = "/x/after_access"
    storage_account_id = azurerm_storage_account.sink_after_access.id
    enabled_log        = [{ category_group = "allLogs" }]
  }
}

resource "azurerm_storage_management_policy" "sink_after_access" {
  skip = true
  attrs = {
    storage_account_id = azurerm_storage_account.sink_after_access.id
    rule               = [{ name = "logs", enabled = true, actions = [{ base_blob = [{ delete_after_days_since_last_access_time_greater_than = 30 }] }] }]
  }
}

resource "azurerm_storage_account" "sink_log_prefix" {
  skip = true
  attrs = {
    id = "/sink/log_prefix"
  }
}

resource "azurerm_monitor_diagnostic_setting" "pass_sink_log_prefix" {
  attrs = {
    target_resource_id = "/x/log_prefix"
    storage_account_id = azurerm_storage_account.sink_log_prefix.id
    enabled_log        = [{ category_group = "allLogs" }]
  }
}

resource "azurerm_storage_management_policy" "sink_log_prefix" {
  skip = true
  attrs = {
    storage_account_id = azurerm_storage_account.sink_log_prefix.id
    rule               = [{ name = "logs", enabled = true, filters = [{ blob_types = ["appendBlob"], prefix_match = ["insights-logs-auditevent"] }], actions = [{ base_blob = [{ delete_after_days_since_modification_greater_than = 60 }] }] }]
  }
}

resource "azurerm_storage_account" "sink_no_prefix" {
  skip = true
  attrs = {
    id = "/sink/no_prefix"
  }
}

resource "azurerm_monitor_diagnostic_setting" "pass_sink_no_prefix" {
  attrs = {
    target_resource_id = "/x/no_prefix"
    storage_account_id = azurerm_storage_account.sink_no_prefix.id
    enabled_log        = [{ category_group = "allLogs" }]
  }
}

resource "azurerm_storage_management_policy" "sink_no_prefix" {
  skip = true
  attrs = {
    storage_account_id = azurerm_storage_account.sink_no_prefix.id
    rule               = [{ name = "logs", enabled = true, filters = [{ blob_types = ["appendBlob"], prefix_match = null }], actions = [{ base_blob = [{ delete_after_days_since_modification_greater_than = 60 }] }] }]
  }
}

resource "azurerm_storage_account" "sink_no_lifecycle" {
  skip = true
  attrs = {
    id = "/sink/no_lifecycle"
  }
}

resource "azurerm_monitor_diagnostic_setting" "fail_sink_no_lifecycle" {
  expect_failure = true
  attrs = {
    target_resource_id = "/x/no_lifecycle"
    storage_account_id = azurerm_storage_account.sink_no_lifecycle.id
    enabled_log        = [{ category_group = "allLogs" }]
  }
}

resource "azurerm_storage_account" "sink_old_retention_policy" {
  skip = true
  attrs = {
    id = "/sink/old_retention_policy"
  }
}

resource "azurerm_monitor_diagnostic_setting" "fail_sink_old_retention_policy" {
  expect_failure = true
  attrs = {
    target_resource_id = "/x/old_retention_policy"
    storage_account_id = azurerm_storage_account.sink_old_retention_policy.id
    log                = [{ category = "AuditEvent", enabled = true, retention_policy = [{ enabled = true, days = 60 }] }]
    enabled_log        = [{ category_group = "allLogs" }]
  }
}

resource "azurerm_storage_account" "sink_after_year" {
  skip = true
  attrs = {
    id = "/sink/after_year"
  }
}

resource "azurerm_monitor_diagnostic_setting" "fail_sink_after_year" {
  expect_failure = true
  attrs = {
    target_resource_id = "/x/after_year"
    storage_account_id = azurerm_storage_account.sink_after_year.id
    enabled_log        = [{ category_group = "allLogs" }]
  }
}

resource "azurerm_storage_management_policy" "sink_after_year" {
  skip = true
  attrs = {
    storage_account_id = azurerm_storage_account.sink_after_year.id
    rule               = [{ name = "logs", enabled = true, actions = [{ base_blob = [{ delete_after_days_since_modification_greater_than = 365 }] }] }]
  }
}

resource "azurerm_storage_account" "sink_never" {
  skip = true
  attrs = {
    id = "/sink/never"
  }
}

resource "azurerm_monitor_diagnostic_setting" "fail_sink_never" {
  expect_failure = true
  attrs = {
    target_resource_id = "/x/never"
    storage_account_id = azurerm_storage_account.sink_never.id
    enabled_log        = [{ category_group = "allLogs" }]
  }
}

resource "azurerm_storage_management_policy" "sink_never" {
  skip = true
  attrs = {
    storage_account_id = azurerm_storage_account.sink_never.id
    rule               = [{ name = "logs", enabled = true, actions = [{ base_blob = [{ delete_after_days_since_modification_greater_than = -1 }] }] }]
  }
}

resource "azurerm_storage_account" "sink_null_days" {
  skip = true
  attrs = {
    id = "/sink/null_days"
  }
}

resource "azurerm_monitor_diagnostic_setting" "fail_sink_null_days" {
  expect_failure = true
  attrs = {
    target_resource_id = "/x/null_days"
    storage_account_id = azurerm_storage_account.sink_null_days.id
    enabled_log        = [{ category_group = "allLogs" }]
  }
}

resource "azurerm_storage_management_policy" "sink_null_days" {
  skip = true
  attrs = {
    storage_account_id = azurerm_storage_account.sink_null_days.id
    rule               = [{ name = "logs", enabled = true, actions = [{ base_blob = [{ delete_after_days_since_modification_greater_than = null }] }] }]
  }
}

resource "azurerm_storage_account" "sink_only_tiers" {
  skip = true
  attrs = {
    id = "/sink/only_tiers"
  }
}

resource "azurerm_monitor_diagnostic_setting" "fail_sink_only_tiers" {
  expect_failure = true
  attrs = {
    target_resource_id = "/x/only_tiers"
    storage_account_id = azurerm_storage_account.sink_only_tiers.id
    enabled_log        = [{ category_group = "allLogs" }]
  }
}

resource "azurerm_storage_management_policy" "sink_only_tiers" {
  skip = true
  attrs = {
    storage_account_id = azurerm_storage_account.sink_only_tiers.id
    rule               = [{ name = "logs", enabled = true, actions = [{ base_blob = [{ tier_to_archive_after_days_since_modification_greater_than = 30 }] }] }]
  }
}

resource "azurerm_storage_account" "sink_disabled" {
  skip = true
  attrs = {
    id = "/sink/disabled"
  }
}

resource "azurerm_monitor_diagnostic_setting" "fail_sink_disabled" {
  expect_failure = true
  attrs = {
    target_resource_id = "/x/disabled"
    storage_account_id = azurerm_storage_account.sink_disabled.id
    enabled_log        = [{ category_group = "allLogs" }]
  }
}

resource "azurerm_storage_management_policy" "sink_disabled" {
  skip = true
  attrs = {
    storage_account_id = azurerm_storage_account.sink_disabled.id
    rule               = [{ name = "logs", enabled = false, actions = [{ base_blob = [{ delete_after_days_since_modification_greater_than = 60 }] }] }]
  }
}

resource "azurerm_storage_account" "sink_other_prefix" {
  skip = true
  attrs = {
    id = "/sink/other_prefix"
  }
}

resource "azurerm_monitor_diagnostic_setting" "fail_sink_other_prefix" {
  expect_failure = true
  attrs = {
    target_resource_id = "/x/other_prefix"
    storage_account_id = azurerm_storage_account.sink_other_prefix.id
    enabled_log        = [{ category_group = "allLogs" }]
  }
}

resource "azurerm_storage_management_policy" "sink_other_prefix" {
  skip = true
  attrs = {
    storage_account_id = azurerm_storage_account.sink_other_prefix.id
    rule               = [{ name = "logs", enabled = true, filters = [{ blob_types = ["blockBlob"], prefix_match = ["uploads/"] }], actions = [{ base_blob = [{ delete_after_days_since_modification_greater_than = 60 }] }] }]
  }
}

# Not applicable: the logs go to a workspace, or to an account that is managed elsewhere.
resource "azurerm_monitor_diagnostic_setting" "pass_workspace_only" {
  attrs = {
    target_resource_id         = "/x/w"
    log_analytics_workspace_id = "/law/a"
    enabled_log                = [{ category_group = "audit" }]
  }
}

resource "azurerm_monitor_diagnostic_setting" "pass_foreign_account" {
  attrs = {
    target_resource_id = "/x/f"
    storage_account_id = "/sink/elsewhere"
    enabled_log        = [{ category_group = "audit" }]
  }
}

resource "azurerm_storage_account" "entra" {
  skip = true
  attrs = {
    id = "/sink/entra"
  }
}

resource "azurerm_monitor_aad_diagnostic_setting" "fail_entra_without_lifecycle" {
  expect_failure = true
  attrs = {
    storage_account_id = azurerm_storage_account.entra.id
    enabled_log        = [{ category = "AuditLogs" }]
  }
}
