policytest {
  targets = ["azure-data-public-access.policy.hcl"]
}

resource "azurerm_mssql_server" "pass_mssql_server" {
  attrs = {
    public_network_access_enabled = false
  }
}

resource "azurerm_mssql_server" "fail_mssql_server_open" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = true
  }
}

resource "azurerm_mssql_server" "fail_mssql_server_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_postgresql_flexible_server" "pass_postgresql_flexible_server" {
  attrs = {
    public_network_access_enabled = false
  }
}

resource "azurerm_postgresql_flexible_server" "fail_postgresql_flexible_server_open" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = true
  }
}

resource "azurerm_postgresql_flexible_server" "fail_postgresql_flexible_server_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_cosmosdb_account" "pass_cosmosdb_account" {
  attrs = {
    public_network_access_enabled = false
  }
}

resource "azurerm_cosmosdb_account" "fail_cosmosdb_account_open" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = true
  }
}

resource "azurerm_cosmosdb_account" "fail_cosmosdb_account_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_key_vault" "pass_key_vault" {
  attrs = {
    public_network_access_enabled = false
  }
}

resource "azurerm_key_vault" "fail_key_vault_open" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = true
  }
}

resource "azurerm_key_vault" "fail_key_vault_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_postgresql_server" "pass_postgresql_server" {
  attrs = {
    public_network_access_enabled = false
  }
}

resource "azurerm_postgresql_server" "fail_postgresql_server_open" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = true
  }
}

resource "azurerm_postgresql_server" "fail_postgresql_server_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_redis_cache" "pass_redis_cache" {
  attrs = {
    public_network_access_enabled = false
  }
}

resource "azurerm_redis_cache" "fail_redis_cache_open" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = true
  }
}

resource "azurerm_redis_cache" "fail_redis_cache_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_synapse_workspace" "pass_synapse_workspace" {
  attrs = {
    public_network_access_enabled = false
  }
}

resource "azurerm_synapse_workspace" "fail_synapse_workspace_open" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = true
  }
}

resource "azurerm_synapse_workspace" "fail_synapse_workspace_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_search_service" "pass_search_service" {
  attrs = {
    public_network_access_enabled = false
  }
}

resource "azurerm_search_service" "fail_search_service_open" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = true
  }
}

resource "azurerm_search_service" "fail_search_service_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_cognitive_account" "pass_cognitive_account" {
  attrs = {
    public_network_access_enabled = false
  }
}

resource "azurerm_cognitive_account" "fail_cognitive_account_open" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = true
  }
}

resource "azurerm_cognitive_account" "fail_cognitive_account_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_mysql_server" "pass_mysql_server" {
  attrs = {
    public_network_access_enabled = false
  }
}

resource "azurerm_mysql_server" "fail_mysql_server_open" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = true
  }
}

resource "azurerm_mysql_server" "fail_mysql_server_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_mariadb_server" "pass_mariadb_server" {
  attrs = {
    public_network_access_enabled = false
  }
}

resource "azurerm_mariadb_server" "fail_mariadb_server_open" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = true
  }
}

resource "azurerm_mariadb_server" "fail_mariadb_server_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_mysql_flexible_server" "pass_mysql_flexible_server" {
  attrs = {
    public_network_access = "Disabled"
  }
}

resource "azurerm_mysql_flexible_server" "fail_mysql_flexible_server_open" {
  expect_failure = true
  attrs = {
    public_network_access = "Enabled"
  }
}

resource "azurerm_mysql_flexible_server" "fail_mysql_flexible_server_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_mongo_cluster" "pass_mongo_cluster" {
  attrs = {
    public_network_access = "Disabled"
  }
}

resource "azurerm_mongo_cluster" "fail_mongo_cluster_open" {
  expect_failure = true
  attrs = {
    public_network_access = "Enabled"
  }
}

resource "azurerm_mongo_cluster" "fail_mongo_cluster_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_managed_redis" "pass_managed_redis" {
  attrs = {
    public_network_access = "Disabled"
  }
}

resource "azurerm_managed_redis" "fail_managed_redis_open" {
  expect_failure = true
  attrs = {
    public_network_access = "Enabled"
  }
}

resource "azurerm_managed_redis" "fail_managed_redis_unset" {
  expect_failure = true
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_mssql_server" "fail_sql_null" {
  expect_failure = true
  attrs = {
    public_network_access_enabled = null
  }
}

# What closes it otherwise: a subnet of its own, network rules, address filters.
resource "azurerm_postgresql_flexible_server" "pass_in_subnet" {
  attrs = {
    delegated_subnet_id = "/subnet"
  }
}

resource "azurerm_mysql_flexible_server" "pass_in_subnet" {
  attrs = {
    delegated_subnet_id = "/subnet"
  }
}

resource "azurerm_key_vault" "pass_denied" {
  attrs = {
    network_acls = [{ default_action = "Deny", bypass = "AzureServices" }]
  }
}

resource "azurerm_key_vault" "fail_allowed" {
  expect_failure = true
  attrs = {
    network_acls = [{ default_action = "Allow", bypass = "AzureServices" }]
  }
}

resource "azurerm_cognitive_account" "pass_denied" {
  attrs = {
    network_acls = [{ default_action = "Deny" }]
  }
}

resource "azurerm_cosmosdb_account" "pass_virtual_network" {
  attrs = {
    is_virtual_network_filter_enabled = true
  }
}

resource "azurerm_cosmosdb_account" "pass_address_filter" {
  attrs = {
    ip_range_filter = ["203.0.113.7"]
  }
}

resource "azurerm_cosmosdb_account" "pass_address_filter_text" {
  attrs = {
    ip_range_filter = "203.0.113.7,203.0.113.8"
  }
}

resource "azurerm_cosmosdb_account" "fail_all_of_azure" {
  expect_failure = true
  attrs = {
    ip_range_filter = ["0.0.0.0"]
  }
}

resource "azurerm_cosmosdb_account" "fail_empty_filter" {
  expect_failure = true
  attrs = {
    ip_range_filter = []
  }
}

resource "azurerm_cosmosdb_account" "fail_empty_text" {
  expect_failure = true
  attrs = {
    ip_range_filter = ""
  }
}

resource "azurerm_mssql_managed_instance" "pass_instance_unset" {
  attrs = {
    location = "westeurope"
  }
}

resource "azurerm_mssql_managed_instance" "fail_instance_public" {
  expect_failure = true
  attrs = {
    public_data_endpoint_enabled = true
  }
}

resource "azurerm_redis_cache" "pass_in_subnet" {
  attrs = {
    subnet_id = "/subnet"
  }
}

# Firewall rules.
resource "azurerm_mssql_firewall_rule" "pass_mssql_firewall_rule" {
  attrs = {
    start_ip_address = "203.0.113.0"
    end_ip_address   = "203.0.113.255"
  }
}

resource "azurerm_mssql_firewall_rule" "fail_mssql_firewall_rule_any" {
  expect_failure = true
  attrs = {
    start_ip_address = "0.0.0.0"
    end_ip_address   = "255.255.255.255"
  }
}

resource "azurerm_sql_firewall_rule" "pass_sql_firewall_rule" {
  attrs = {
    start_ip_address = "203.0.113.0"
    end_ip_address   = "203.0.113.255"
  }
}

resource "azurerm_sql_firewall_rule" "fail_sql_firewall_rule_any" {
  expect_failure = true
  attrs = {
    start_ip_address = "0.0.0.0"
    end_ip_address   = "255.255.255.255"
  }
}

resource "azurerm_postgresql_flexible_server_firewall_rule" "pass_postgresql_flexible_server_firewall_rule" {
  attrs = {
    start_ip_address = "203.0.113.0"
    end_ip_address   = "203.0.113.255"
  }
}

resource "azurerm_postgresql_flexible_server_firewall_rule" "fail_postgresql_flexible_server_firewall_rule_any" {
  expect_failure = true
  attrs = {
    start_ip_address = "0.0.0.0"
    end_ip_address   = "255.255.255.255"
  }
}

resource "azurerm_mysql_flexible_server_firewall_rule" "pass_mysql_flexible_server_firewall_rule" {
  attrs = {
    start_ip_address = "203.0.113.0"
    end_ip_address   = "203.0.113.255"
  }
}

resource "azurerm_mysql_flexible_server_firewall_rule" "fail_mysql_flexible_server_firewall_rule_any" {
  expect_failure = true
  attrs = {
    start_ip_address = "0.0.0.0"
    end_ip_address   = "255.255.255.255"
  }
}

resource "azurerm_postgresql_firewall_rule" "pass_postgresql_firewall_rule" {
  attrs = {
    start_ip_address = "203.0.113.0"
    end_ip_address   = "203.0.113.255"
  }
}

resource "azurerm_postgresql_firewall_rule" "fail_postgresql_firewall_rule_any" {
  expect_failure = true
  attrs = {
    start_ip_address = "0.0.0.0"
    end_ip_address   = "255.255.255.255"
  }
}

resource "azurerm_mysql_firewall_rule" "pass_mysql_firewall_rule" {
  attrs = {
    start_ip_address = "203.0.113.0"
    end_ip_address   = "203.0.113.255"
  }
}

resource "azurerm_mysql_firewall_rule" "fail_mysql_firewall_rule_any" {
  expect_failure = true
  attrs = {
    start_ip_address = "0.0.0.0"
    end_ip_address   = "255.255.255.255"
  }
}

resource "azurerm_redis_firewall_rule" "pass_redis_firewall_rule" {
  attrs = {
    start_ip = "203.0.113.0"
    end_ip   = "203.0.113.255"
  }
}

resource "azurerm_redis_firewall_rule" "fail_redis_firewall_rule_any" {
  expect_failure = true
  attrs = {
    start_ip = "0.0.0.0"
    end_ip   = "255.255.255.255"
  }
}

resource "azurerm_synapse_firewall_rule" "pass_synapse_firewall_rule" {
  attrs = {
    start_ip_address = "203.0.113.0"
    end_ip_address   = "203.0.113.255"
  }
}

resource "azurerm_synapse_firewall_rule" "fail_synapse_firewall_rule_any" {
  expect_failure = true
  attrs = {
    start_ip_address = "0.0.0.0"
    end_ip_address   = "255.255.255.255"
  }
}

resource "azurerm_cosmosdb_postgresql_firewall_rule" "pass_cosmosdb_postgresql_firewall_rule" {
  attrs = {
    start_ip_address = "203.0.113.0"
    end_ip_address   = "203.0.113.255"
  }
}

resource "azurerm_cosmosdb_postgresql_firewall_rule" "fail_cosmosdb_postgresql_firewall_rule_any" {
  expect_failure = true
  attrs = {
    start_ip_address = "0.0.0.0"
    end_ip_address   = "255.255.255.255"
  }
}

resource "azurerm_mongo_cluster_firewall_rule" "pass_mongo_cluster_firewall_rule" {
  attrs = {
    start_ip_address = "203.0.113.0"
    end_ip_address   = "203.0.113.255"
  }
}

resource "azurerm_mongo_cluster_firewall_rule" "fail_mongo_cluster_firewall_rule_any" {
  expect_failure = true
  attrs = {
    start_ip_address = "0.0.0.0"
    end_ip_address   = "255.255.255.255"
  }
}

resource "azurerm_mssql_firewall_rule" "pass_one_address" {
  attrs = {
    start_ip_address = "203.0.113.7"
    end_ip_address   = "203.0.113.7"
  }
}

resource "azurerm_mssql_firewall_rule" "fail_all_of_azure" {
  expect_failure = true
  attrs = {
    start_ip_address = "0.0.0.0"
    end_ip_address   = "0.0.0.0"
  }
}

resource "azurerm_mssql_firewall_rule" "fail_half_the_internet" {
  expect_failure = true
  attrs = {
    start_ip_address = "1.0.0.0"
    end_ip_address   = "128.0.0.0"
  }
}

resource "azurerm_mssql_firewall_rule" "fail_slash_16" {
  expect_failure = true
  attrs = {
    start_ip_address = "203.0.0.0"
    end_ip_address   = "203.0.255.255"
  }
}
