policytest {
  targets = ["azure-encryption-at-rest.policy.hcl"]
}

resource "azurerm_synapse_sql_pool" "pass_synapse_sql_pool" {
  attrs = {
    data_encrypted = true
  }
}

resource "azurerm_synapse_sql_pool" "fail_synapse_sql_pool_off" {
  expect_failure = true
  attrs = {
    data_encrypted = false
  }
}

resource "azurerm_synapse_sql_pool" "fail_synapse_sql_pool_unset" {
  expect_failure = true
  attrs = {
    name = "x"
  }
}

resource "azurerm_synapse_sql_pool" "fail_synapse_sql_pool_null" {
  expect_failure = true
  attrs = {
    data_encrypted = null
  }
}

resource "azurerm_automation_variable_bool" "pass_automation_variable_bool" {
  attrs = {
    encrypted = true
  }
}

resource "azurerm_automation_variable_bool" "fail_automation_variable_bool_off" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
}

resource "azurerm_automation_variable_bool" "fail_automation_variable_bool_unset" {
  expect_failure = true
  attrs = {
    name = "x"
  }
}

resource "azurerm_automation_variable_bool" "fail_automation_variable_bool_null" {
  expect_failure = true
  attrs = {
    encrypted = null
  }
}

resource "azurerm_automation_variable_datetime" "pass_automation_variable_datetime" {
  attrs = {
    encrypted = true
  }
}

resource "azurerm_automation_variable_datetime" "fail_automation_variable_datetime_off" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
}

resource "azurerm_automation_variable_datetime" "fail_automation_variable_datetime_unset" {
  expect_failure = true
  attrs = {
    name = "x"
  }
}

resource "azurerm_automation_variable_datetime" "fail_automation_variable_datetime_null" {
  expect_failure = true
  attrs = {
    encrypted = null
  }
}

resource "azurerm_automation_variable_int" "pass_automation_variable_int" {
  attrs = {
    encrypted = true
  }
}

resource "azurerm_automation_variable_int" "fail_automation_variable_int_off" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
}

resource "azurerm_automation_variable_int" "fail_automation_variable_int_unset" {
  expect_failure = true
  attrs = {
    name = "x"
  }
}

resource "azurerm_automation_variable_int" "fail_automation_variable_int_null" {
  expect_failure = true
  attrs = {
    encrypted = null
  }
}

resource "azurerm_automation_variable_object" "pass_automation_variable_object" {
  attrs = {
    encrypted = true
  }
}

resource "azurerm_automation_variable_object" "fail_automation_variable_object_off" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
}

resource "azurerm_automation_variable_object" "fail_automation_variable_object_unset" {
  expect_failure = true
  attrs = {
    name = "x"
  }
}

resource "azurerm_automation_variable_object" "fail_automation_variable_object_null" {
  expect_failure = true
  attrs = {
    encrypted = null
  }
}

resource "azurerm_automation_variable_string" "pass_automation_variable_string" {
  attrs = {
    encrypted = true
  }
}

resource "azurerm_automation_variable_string" "fail_automation_variable_string_off" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
}

resource "azurerm_automation_variable_string" "fail_automation_variable_string_unset" {
  expect_failure = true
  attrs = {
    name = "x"
  }
}

resource "azurerm_automation_variable_string" "fail_automation_variable_string_null" {
  expect_failure = true
  attrs = {
    encrypted = null
  }
}

resource "azurerm_kusto_cluster" "pass_kusto_cluster" {
  attrs = {
    disk_encryption_enabled = true
  }
}

resource "azurerm_kusto_cluster" "fail_kusto_cluster_off" {
  expect_failure = true
  attrs = {
    disk_encryption_enabled = false
  }
}

resource "azurerm_kusto_cluster" "fail_kusto_cluster_unset" {
  expect_failure = true
  attrs = {
    name = "x"
  }
}

resource "azurerm_kusto_cluster" "fail_kusto_cluster_null" {
  expect_failure = true
  attrs = {
    disk_encryption_enabled = null
  }
}

resource "azurerm_mssql_database" "pass_database" {
  attrs = {
    transparent_data_encryption_enabled = true
  }
}

resource "azurerm_mssql_database" "pass_database_unset" {
  attrs = {
    name = "x"
  }
}

resource "azurerm_mssql_database" "pass_database_null" {
  attrs = {
    transparent_data_encryption_enabled = null
  }
}

resource "azurerm_mssql_database" "fail_database_off" {
  expect_failure = true
  attrs = {
    transparent_data_encryption_enabled = false
  }
}

resource "azurerm_linux_virtual_machine" "pass_linux_virtual_machine" {
  attrs = {
    encryption_at_host_enabled = true
  }
}

resource "azurerm_linux_virtual_machine" "pass_linux_virtual_machine_own_key" {
  attrs = {
    os_disk = [{ disk_encryption_set_id = "/des" }]
  }
}

resource "azurerm_linux_virtual_machine" "fail_linux_virtual_machine_unset" {
  expect_failure = true
  attrs = {
    name = "x"
  }
}

resource "azurerm_linux_virtual_machine" "fail_linux_virtual_machine_off" {
  expect_failure = true
  attrs = {
    encryption_at_host_enabled = false
    os_disk                    = [{ disk_encryption_set_id = null }]
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "pass_linux_virtual_machine_scale_set" {
  attrs = {
    encryption_at_host_enabled = true
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "pass_linux_virtual_machine_scale_set_own_key" {
  attrs = {
    os_disk = [{ disk_encryption_set_id = "/des" }]
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "fail_linux_virtual_machine_scale_set_unset" {
  expect_failure = true
  attrs = {
    name = "x"
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "fail_linux_virtual_machine_scale_set_off" {
  expect_failure = true
  attrs = {
    encryption_at_host_enabled = false
    os_disk                    = [{ disk_encryption_set_id = null }]
  }
}

resource "azurerm_orchestrated_virtual_machine_scale_set" "pass_orchestrated_virtual_machine_scale_set" {
  attrs = {
    encryption_at_host_enabled = true
  }
}

resource "azurerm_orchestrated_virtual_machine_scale_set" "pass_orchestrated_virtual_machine_scale_set_own_key" {
  attrs = {
    os_disk = [{ disk_encryption_set_id = "/des" }]
  }
}

resource "azurerm_orchestrated_virtual_machine_scale_set" "fail_orchestrated_virtual_machine_scale_set_unset" {
  expect_failure = true
  attrs = {
    name = "x"
  }
}

resource "azurerm_orchestrated_virtual_machine_scale_set" "fail_orchestrated_virtual_machine_scale_set_off" {
  expect_failure = true
  attrs = {
    encryption_at_host_enabled = false
    os_disk                    = [{ disk_encryption_set_id = null }]
  }
}

resource "azurerm_windows_virtual_machine" "pass_windows_virtual_machine" {
  attrs = {
    encryption_at_host_enabled = true
  }
}

resource "azurerm_windows_virtual_machine" "pass_windows_virtual_machine_own_key" {
  attrs = {
    os_disk = [{ disk_encryption_set_id = "/des" }]
  }
}

resource "azurerm_windows_virtual_machine" "fail_windows_virtual_machine_unset" {
  expect_failure = true
  attrs = {
    name = "x"
  }
}

resource "azurerm_windows_virtual_machine" "fail_windows_virtual_machine_off" {
  expect_failure = true
  attrs = {
    encryption_at_host_enabled = false
    os_disk                    = [{ disk_encryption_set_id = null }]
  }
}

resource "azurerm_windows_virtual_machine_scale_set" "pass_windows_virtual_machine_scale_set" {
  attrs = {
    encryption_at_host_enabled = true
  }
}

resource "azurerm_windows_virtual_machine_scale_set" "pass_windows_virtual_machine_scale_set_own_key" {
  attrs = {
    os_disk = [{ disk_encryption_set_id = "/des" }]
  }
}

resource "azurerm_windows_virtual_machine_scale_set" "fail_windows_virtual_machine_scale_set_unset" {
  expect_failure = true
  attrs = {
    name = "x"
  }
}

resource "azurerm_windows_virtual_machine_scale_set" "fail_windows_virtual_machine_scale_set_off" {
  expect_failure = true
  attrs = {
    encryption_at_host_enabled = false
    os_disk                    = [{ disk_encryption_set_id = null }]
  }
}

resource "azurerm_kubernetes_cluster" "pass_cluster" {
  attrs = {
    default_node_pool = [{ host_encryption_enabled = true }]
  }
}

resource "azurerm_kubernetes_cluster" "pass_cluster_v3" {
  attrs = {
    default_node_pool = [{ enable_host_encryption = true }]
  }
}

resource "azurerm_kubernetes_cluster" "fail_cluster_unset" {
  expect_failure = true
  attrs = {
    default_node_pool = [{}]
  }
}

resource "azurerm_kubernetes_cluster" "fail_cluster_off" {
  expect_failure = true
  attrs = {
    default_node_pool = [{ host_encryption_enabled = false }]
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "pass_pool" {
  attrs = {
    host_encryption_enabled = true
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "pass_pool_v3" {
  attrs = {
    enable_host_encryption = true
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "fail_pool_unset" {
  expect_failure = true
  attrs = {
    name = "x"
  }
}

resource "azurerm_kubernetes_cluster_node_pool" "fail_pool_null" {
  expect_failure = true
  attrs = {
    host_encryption_enabled = null
  }
}

resource "azurerm_mssql_virtual_machine" "pass_sql_backup" {
  attrs = {
    auto_backup = [{ encryption_enabled = true, encryption_password = "x" }]
  }
}

resource "azurerm_mssql_virtual_machine" "pass_sql_backup_v5" {
  attrs = {
    auto_backup = [{ encryption_password = "x" }]
  }
}

resource "azurerm_mssql_virtual_machine" "fail_sql_backup_plain" {
  expect_failure = true
  attrs = {
    auto_backup = [{ retention_period_in_days = 14 }]
  }
}

resource "azurerm_mssql_virtual_machine" "fail_sql_backup_off" {
  expect_failure = true
  attrs = {
    auto_backup = [{ encryption_enabled = false }]
  }
}

resource "azurerm_mssql_virtual_machine" "pass_sql_no_backup" {
  attrs = {
    sql_license_type = "PAYG"
  }
}
