policytest {
  targets = ["azure-sql-tls.policy.hcl"]
}

resource "azurerm_mssql_server" "pass_mssql_server_1_2" {
  attrs = {
    minimum_tls_version = "1.2"
  }
}

resource "azurerm_mssql_server" "pass_mssql_server_unset" {
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_mssql_server" "pass_mssql_server_null" {
  attrs = {
    minimum_tls_version = null
  }
}

resource "azurerm_mssql_server" "fail_mssql_server_1_0" {
  expect_failure = true
  attrs = {
    minimum_tls_version = "1.0"
  }
}

resource "azurerm_mssql_server" "fail_mssql_server_1_1" {
  expect_failure = true
  attrs = {
    minimum_tls_version = "1.1"
  }
}

resource "azurerm_mssql_managed_instance" "pass_mssql_managed_instance_1_2" {
  attrs = {
    minimum_tls_version = "1.2"
  }
}

resource "azurerm_mssql_managed_instance" "pass_mssql_managed_instance_unset" {
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_mssql_managed_instance" "pass_mssql_managed_instance_null" {
  attrs = {
    minimum_tls_version = null
  }
}

resource "azurerm_mssql_managed_instance" "fail_mssql_managed_instance_1_0" {
  expect_failure = true
  attrs = {
    minimum_tls_version = "1.0"
  }
}

resource "azurerm_mssql_managed_instance" "fail_mssql_managed_instance_1_1" {
  expect_failure = true
  attrs = {
    minimum_tls_version = "1.1"
  }
}

resource "azurerm_mssql_server" "pass_1_3" {
  attrs = {
    minimum_tls_version = "1.3"
  }
}

resource "azurerm_mssql_server" "pass_number" {
  attrs = {
    minimum_tls_version = 1.2
  }
}

resource "azurerm_mssql_server" "fail_disabled" {
  expect_failure = true
  attrs = {
    minimum_tls_version = "Disabled"
  }
}

# The old resource cannot say which protocol it accepts.
resource "azurerm_sql_server" "fail_old_resource" {
  expect_failure = true
  attrs = {
    version = "12.0"
  }
}
