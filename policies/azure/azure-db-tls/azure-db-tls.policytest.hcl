policytest {
  targets = ["azure-db-tls.policy.hcl"]
}

resource "azurerm_postgresql_flexible_server_configuration" "pass_pg_on" {
  attrs = {
    name  = "require_secure_transport"
    value = "on"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "pass_pg_upper" {
  attrs = {
    name  = "require_secure_transport"
    value = "ON"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "pass_pg_true" {
  attrs = {
    name  = "require_secure_transport"
    value = "true"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "fail_pg_off" {
  expect_failure = true
  attrs = {
    name  = "require_secure_transport"
    value = "off"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "fail_pg_off_upper" {
  expect_failure = true
  attrs = {
    name  = "require_secure_transport"
    value = "OFF"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "pass_pg_1_2" {
  attrs = {
    name  = "ssl_min_protocol_version"
    value = "TLSv1.2"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "pass_pg_1_3" {
  attrs = {
    name  = "ssl_min_protocol_version"
    value = "TLSv1.3"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "fail_pg_1_1" {
  expect_failure = true
  attrs = {
    name  = "ssl_min_protocol_version"
    value = "TLSv1.1"
  }
}

resource "azurerm_postgresql_flexible_server_configuration" "fail_pg_1_0" {
  expect_failure = true
  attrs = {
    name  = "ssl_min_protocol_version"
    value = "TLSv1"
  }
}

# Other settings are not judged.
resource "azurerm_postgresql_flexible_server_configuration" "pass_pg_other" {
  attrs = {
    name  = "log_connections"
    value = "off"
  }
}

resource "azurerm_mysql_flexible_server_configuration" "pass_mysql_on" {
  attrs = {
    name  = "require_secure_transport"
    value = "ON"
  }
}

resource "azurerm_mysql_flexible_server_configuration" "fail_mysql_off" {
  expect_failure = true
  attrs = {
    name  = "require_secure_transport"
    value = "OFF"
  }
}

resource "azurerm_mysql_flexible_server_configuration" "pass_mysql_1_2" {
  attrs = {
    name  = "tls_version"
    value = "TLSv1.2"
  }
}

resource "azurerm_mysql_flexible_server_configuration" "pass_mysql_list" {
  attrs = {
    name  = "tls_version"
    value = "TLSv1.2, TLSv1.3"
  }
}

resource "azurerm_mysql_flexible_server_configuration" "fail_mysql_mixed" {
  expect_failure = true
  attrs = {
    name  = "tls_version"
    value = "TLSv1.1,TLSv1.2"
  }
}

resource "azurerm_mysql_flexible_server_configuration" "fail_mysql_1_0" {
  expect_failure = true
  attrs = {
    name  = "tls_version"
    value = "TLSv1"
  }
}

resource "azurerm_mysql_flexible_server_configuration" "fail_mysql_empty" {
  expect_failure = true
  attrs = {
    name  = "tls_version"
    value = ""
  }
}

# The retired single servers say it themselves.
resource "azurerm_postgresql_server" "pass_postgresql_server" {
  attrs = {
    ssl_enforcement_enabled          = true
    ssl_minimal_tls_version_enforced = "TLS1_2"
  }
}

resource "azurerm_postgresql_server" "pass_postgresql_server_unset" {
  attrs = {
    ssl_enforcement_enabled = true
  }
}

resource "azurerm_postgresql_server" "fail_postgresql_server_off" {
  expect_failure = true
  attrs = {
    ssl_enforcement_enabled = false
  }
}

resource "azurerm_postgresql_server" "fail_postgresql_server_1_0" {
  expect_failure = true
  attrs = {
    ssl_enforcement_enabled          = true
    ssl_minimal_tls_version_enforced = "TLS1_0"
  }
}

resource "azurerm_postgresql_server" "fail_postgresql_server_disabled" {
  expect_failure = true
  attrs = {
    ssl_enforcement_enabled          = true
    ssl_minimal_tls_version_enforced = "TLSEnforcementDisabled"
  }
}

resource "azurerm_mysql_server" "pass_mysql_server" {
  attrs = {
    ssl_enforcement_enabled          = true
    ssl_minimal_tls_version_enforced = "TLS1_2"
  }
}

resource "azurerm_mysql_server" "pass_mysql_server_unset" {
  attrs = {
    ssl_enforcement_enabled = true
  }
}

resource "azurerm_mysql_server" "fail_mysql_server_off" {
  expect_failure = true
  attrs = {
    ssl_enforcement_enabled = false
  }
}

resource "azurerm_mysql_server" "fail_mysql_server_1_0" {
  expect_failure = true
  attrs = {
    ssl_enforcement_enabled          = true
    ssl_minimal_tls_version_enforced = "TLS1_0"
  }
}

resource "azurerm_mysql_server" "fail_mysql_server_disabled" {
  expect_failure = true
  attrs = {
    ssl_enforcement_enabled          = true
    ssl_minimal_tls_version_enforced = "TLSEnforcementDisabled"
  }
}

resource "azurerm_mariadb_server" "pass_mariadb_server" {
  attrs = {
    ssl_enforcement_enabled          = true
    ssl_minimal_tls_version_enforced = "TLS1_2"
  }
}

resource "azurerm_mariadb_server" "pass_mariadb_server_unset" {
  attrs = {
    ssl_enforcement_enabled = true
  }
}

resource "azurerm_mariadb_server" "fail_mariadb_server_off" {
  expect_failure = true
  attrs = {
    ssl_enforcement_enabled = false
  }
}

resource "azurerm_mariadb_server" "fail_mariadb_server_1_0" {
  expect_failure = true
  attrs = {
    ssl_enforcement_enabled          = true
    ssl_minimal_tls_version_enforced = "TLS1_0"
  }
}

resource "azurerm_mariadb_server" "fail_mariadb_server_disabled" {
  expect_failure = true
  attrs = {
    ssl_enforcement_enabled          = true
    ssl_minimal_tls_version_enforced = "TLSEnforcementDisabled"
  }
}
