policytest {
  targets = ["azure-default-credentials.policy.hcl"]
}

resource "azurerm_container_registry" "pass_unset" {
  attrs = {
    name = "acr"
  }
}

resource "azurerm_container_registry" "pass_off" {
  attrs = {
    admin_enabled = false
  }
}

resource "azurerm_container_registry" "fail_admin" {
  expect_failure = true
  attrs = {
    admin_enabled = true
  }
}

resource "azurerm_kubernetes_cluster" "pass_entra_only" {
  attrs = {
    local_account_disabled = true
  }
}

resource "azurerm_kubernetes_cluster" "fail_local_accounts" {
  expect_failure = true
  attrs = {
    local_account_disabled = false
  }
}

resource "azurerm_kubernetes_cluster" "fail_local_accounts_unset" {
  expect_failure = true
  attrs = {
    name = "aks"
  }
}

resource "azurerm_kubernetes_cluster" "fail_http_routing" {
  expect_failure = true
  attrs = {
    local_account_disabled           = true
    http_application_routing_enabled = true
  }
}

resource "azurerm_kubernetes_cluster" "pass_no_http_routing" {
  attrs = {
    local_account_disabled           = true
    http_application_routing_enabled = false
  }
}

resource "azurerm_linux_virtual_machine" "pass_linux_virtual_machine" {
  attrs = {
    admin_username = "shop-operator"
  }
}

resource "azurerm_linux_virtual_machine" "fail_linux_virtual_machine_admin" {
  expect_failure = true
  attrs = {
    admin_username = "admin"
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "pass_linux_virtual_machine_scale_set" {
  attrs = {
    admin_username = "shop-operator"
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "fail_linux_virtual_machine_scale_set_admin" {
  expect_failure = true
  attrs = {
    admin_username = "admin"
  }
}

resource "azurerm_mssql_server" "pass_mssql_server" {
  attrs = {
    administrator_login = "shop-operator"
  }
}

resource "azurerm_mssql_server" "fail_mssql_server_admin" {
  expect_failure = true
  attrs = {
    administrator_login = "admin"
  }
}

resource "azurerm_mysql_flexible_server" "pass_mysql_flexible_server" {
  attrs = {
    administrator_login = "shop-operator"
  }
}

resource "azurerm_mysql_flexible_server" "fail_mysql_flexible_server_admin" {
  expect_failure = true
  attrs = {
    administrator_login = "admin"
  }
}

resource "azurerm_postgresql_flexible_server" "pass_postgresql_flexible_server" {
  attrs = {
    administrator_login = "shop-operator"
  }
}

resource "azurerm_postgresql_flexible_server" "fail_postgresql_flexible_server_admin" {
  expect_failure = true
  attrs = {
    administrator_login = "admin"
  }
}

resource "azurerm_windows_virtual_machine" "pass_windows_virtual_machine" {
  attrs = {
    admin_username = "shop-operator"
  }
}

resource "azurerm_windows_virtual_machine" "fail_windows_virtual_machine_admin" {
  expect_failure = true
  attrs = {
    admin_username = "admin"
  }
}

resource "azurerm_windows_virtual_machine_scale_set" "pass_windows_virtual_machine_scale_set" {
  attrs = {
    admin_username = "shop-operator"
  }
}

resource "azurerm_windows_virtual_machine_scale_set" "fail_windows_virtual_machine_scale_set_admin" {
  expect_failure = true
  attrs = {
    admin_username = "admin"
  }
}

resource "azurerm_linux_virtual_machine" "fail_administrator" {
  expect_failure = true
  attrs = {
    admin_username = "administrator"
  }
}

resource "azurerm_linux_virtual_machine" "fail_root" {
  expect_failure = true
  attrs = {
    admin_username = "root"
  }
}

resource "azurerm_linux_virtual_machine" "fail_azureuser" {
  expect_failure = true
  attrs = {
    admin_username = "azureuser"
  }
}

resource "azurerm_linux_virtual_machine" "fail_adminuser" {
  expect_failure = true
  attrs = {
    admin_username = "adminuser"
  }
}

resource "azurerm_linux_virtual_machine" "fail_user" {
  expect_failure = true
  attrs = {
    admin_username = "user"
  }
}

resource "azurerm_linux_virtual_machine" "fail_test" {
  expect_failure = true
  attrs = {
    admin_username = "test"
  }
}

resource "azurerm_linux_virtual_machine" "fail_upper_case" {
  expect_failure = true
  attrs = {
    admin_username = "AzureUser"
  }
}

resource "azurerm_mssql_server" "pass_entra_only" {
  attrs = {
    name = "sql"
  }
}

resource "azurerm_mssql_server" "fail_sa" {
  expect_failure = true
  attrs = {
    administrator_login = "sa"
  }
}

resource "azurerm_postgresql_flexible_server" "fail_postgres" {
  expect_failure = true
  attrs = {
    administrator_login = "postgres"
  }
}

resource "azurerm_linux_virtual_machine" "pass_null_name" {
  attrs = {
    admin_username = null
  }
}

# Passwords on machines.
resource "azurerm_linux_virtual_machine" "pass_keys_only" {
  attrs = {
    admin_username                  = "shop-operator"
    disable_password_authentication = true
  }
}

resource "azurerm_linux_virtual_machine" "fail_password_login" {
  expect_failure = true
  attrs = {
    admin_username                  = "shop-operator"
    disable_password_authentication = false
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "fail_password_login" {
  expect_failure = true
  attrs = {
    admin_username                  = "shop-operator"
    disable_password_authentication = false
  }
}

# Remote debugging.
resource "azurerm_linux_web_app" "fail_linux_web_app_debugging" {
  expect_failure = true
  attrs = {
    site_config = [{ remote_debugging_enabled = true }]
  }
}

resource "azurerm_linux_web_app" "pass_linux_web_app" {
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_windows_web_app" "fail_windows_web_app_debugging" {
  expect_failure = true
  attrs = {
    site_config = [{ remote_debugging_enabled = true }]
  }
}

resource "azurerm_windows_web_app" "pass_windows_web_app" {
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_linux_function_app" "fail_linux_function_app_debugging" {
  expect_failure = true
  attrs = {
    site_config = [{ remote_debugging_enabled = true }]
  }
}

resource "azurerm_linux_function_app" "pass_linux_function_app" {
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_windows_function_app" "fail_windows_function_app_debugging" {
  expect_failure = true
  attrs = {
    site_config = [{ remote_debugging_enabled = true }]
  }
}

resource "azurerm_windows_function_app" "pass_windows_function_app" {
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_app_service" "fail_app_service_debugging" {
  expect_failure = true
  attrs = {
    site_config = [{ remote_debugging_enabled = true }]
  }
}

resource "azurerm_app_service" "pass_app_service" {
  attrs = {
    site_config = [{ remote_debugging_enabled = false }]
  }
}

resource "azurerm_linux_web_app" "pass_web_app_unset" {
  attrs = {
    site_config = [{}]
  }
}
