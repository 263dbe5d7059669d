policytest {
  targets = ["azure-redis-tls.policy.hcl"]
}

resource "azurerm_redis_cache" "pass_1_2" {
  attrs = {
    minimum_tls_version = "1.2"
  }
}

resource "azurerm_redis_cache" "pass_number" {
  attrs = {
    minimum_tls_version = 1.2
  }
}

resource "azurerm_redis_cache" "fail_1_0" {
  expect_failure = true
  attrs = {
    minimum_tls_version = "1.0"
  }
}

resource "azurerm_redis_cache" "fail_1_1" {
  expect_failure = true
  attrs = {
    minimum_tls_version = "1.1"
  }
}

# Left out, versions 3 and 4 of the provider ask for TLS 1.0.
resource "azurerm_redis_cache" "fail_unset" {
  expect_failure = true
  attrs = {
    sku_name = "Premium"
  }
}

resource "azurerm_redis_cache" "fail_null" {
  expect_failure = true
  attrs = {
    minimum_tls_version = null
  }
}

resource "azurerm_redis_enterprise_cluster" "pass_enterprise_1_2" {
  attrs = {
    minimum_tls_version = "1.2"
  }
}

resource "azurerm_redis_enterprise_cluster" "pass_enterprise_unset" {
  attrs = {
    sku_name = "Enterprise_E20-4"
  }
}

resource "azurerm_redis_enterprise_cluster" "fail_enterprise_1_0" {
  expect_failure = true
  attrs = {
    minimum_tls_version = "1.0"
  }
}

# The plain port, under both names.
resource "azurerm_redis_cache" "pass_port_closed" {
  attrs = {
    minimum_tls_version  = "1.2"
    non_ssl_port_enabled = false
  }
}

resource "azurerm_redis_cache" "fail_port_open" {
  expect_failure = true
  attrs = {
    minimum_tls_version  = "1.2"
    non_ssl_port_enabled = true
  }
}

resource "azurerm_redis_cache" "pass_port_closed_v3" {
  attrs = {
    minimum_tls_version = "1.2"
    enable_non_ssl_port = false
  }
}

resource "azurerm_redis_cache" "fail_port_open_v3" {
  expect_failure = true
  attrs = {
    minimum_tls_version = "1.2"
    enable_non_ssl_port = true
  }
}

resource "azurerm_redis_cache" "fail_port_open_beside_null" {
  expect_failure = true
  attrs = {
    minimum_tls_version  = "1.2"
    non_ssl_port_enabled = null
    enable_non_ssl_port  = true
  }
}

resource "azurerm_redis_enterprise_database" "pass_encrypted" {
  attrs = {
    client_protocol = "Encrypted"
  }
}

resource "azurerm_redis_enterprise_database" "pass_protocol_unset" {
  attrs = {
    name = "default"
  }
}

resource "azurerm_redis_enterprise_database" "fail_plaintext" {
  expect_failure = true
  attrs = {
    client_protocol = "Plaintext"
  }
}

resource "azurerm_managed_redis" "pass_managed_encrypted" {
  attrs = {
    default_database = [{ client_protocol = "Encrypted" }]
  }
}

resource "azurerm_managed_redis" "pass_managed_unset" {
  attrs = {
    default_database = [{}]
  }
}

resource "azurerm_managed_redis" "pass_managed_no_database" {
  attrs = {
    sku_name = "Balanced_B3"
  }
}

resource "azurerm_managed_redis" "fail_managed_plaintext" {
  expect_failure = true
  attrs = {
    default_database = [{ client_protocol = "Plaintext" }]
  }
}
