# Databases and vaults of Azure are not reachable from everywhere.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

locals {
  # The switch of a service's public endpoint; not set means open.
  switches = {
    azurerm_cognitive_account          = { argument = "public_network_access_enabled", closed = false }
    azurerm_cosmosdb_account           = { argument = "public_network_access_enabled", closed = false }
    azurerm_key_vault                  = { argument = "public_network_access_enabled", closed = false }
    azurerm_managed_redis              = { argument = "public_network_access", closed = "Disabled" }
    azurerm_mariadb_server             = { argument = "public_network_access_enabled", closed = false }
    azurerm_mongo_cluster              = { argument = "public_network_access", closed = "Disabled" }
    azurerm_mssql_server               = { argument = "public_network_access_enabled", closed = false }
    azurerm_mysql_flexible_server      = { argument = "public_network_access", closed = "Disabled" }
    azurerm_mysql_server               = { argument = "public_network_access_enabled", closed = false }
    azurerm_postgresql_flexible_server = { argument = "public_network_access_enabled", closed = false }
    azurerm_postgresql_server          = { argument = "public_network_access_enabled", closed = false }
    azurerm_redis_cache                = { argument = "public_network_access_enabled", closed = false }
    azurerm_search_service             = { argument = "public_network_access_enabled", closed = false }
    azurerm_synapse_workspace          = { argument = "public_network_access_enabled", closed = false }
  }

  firewall_rules = [
    "azurerm_cosmosdb_postgresql_firewall_rule",
    "azurerm_mongo_cluster_firewall_rule",
    "azurerm_mssql_firewall_rule",
    "azurerm_mysql_firewall_rule",
    "azurerm_mysql_flexible_server_firewall_rule",
    "azurerm_postgresql_firewall_rule",
    "azurerm_postgresql_flexible_server_firewall_rule",
    "azurerm_redis_firewall_rule",
    "azurerm_sql_firewall_rule",
    "azurerm_synapse_firewall_rule",
  ]
}

resource_policy "azurerm_*" "endpoint_closed" {
  filter = core::contains(core::keys(local.switches), meta.type)

  locals {
    stated = core::try(attrs[local.switches[meta.type].argument], null)
    closed = local.stated == null ? false : local.stated == local.switches[meta.type].closed
    # A server in a subnet of its own has no public endpoint, whatever the switch says.
    in_subnet = core::try(attrs.delegated_subnet_id, null) != null || core::try(attrs.subnet_id, null) != null
    denied    = core::try(attrs.network_acls[0].default_action, "Allow") == "Deny"
    # Cosmos DB filters by virtual network or by address: a list, before provider 4 a text with commas. 0.0.0.0 is all of Azure.
    filtered  = core::try(attrs.is_virtual_network_filter_enabled, false) == true
    addresses = [for a in core::try([for a in attrs.ip_range_filter : a], core::split(",", attrs.ip_range_filter), []) : a if a != ""]
    limited   = core::length(local.addresses) > 0 && !core::contains(local.addresses, "0.0.0.0")
  }

  enforce {
    condition     = local.closed || local.in_subnet || local.denied || local.filtered || local.limited
    error_message = "The service has a public endpoint (${local.switches[meta.type].argument} is ${local.stated == null ? "not set" : core::valuetostring(local.stated)}), and no network rule limits who may reach it; no public access is promised."
  }
}

resource_policy "azurerm_mssql_managed_instance" "endpoint_closed" {
  enforce {
    # Not set means closed.
    condition     = core::try(attrs.public_data_endpoint_enabled, false) != true
    error_message = "The instance has a public data endpoint; no public access is promised."
  }
}

resource_policy "azurerm_*" "firewall_narrow" {
  filter = core::contains(local.firewall_rules, meta.type)

  locals {
    # The rules of Redis have shorter names.
    first = core::split(".", core::try(attrs.start_ip_address, attrs.start_ip))
    last  = core::split(".", core::try(attrs.end_ip_address, attrs.end_ip))
  }

  enforce {
    condition     = local.first[0] != "0"
    error_message = "The rule starts at ${core::join(".", local.first)}: it lets in the whole internet, or with an end of 0.0.0.0 every customer of Azure; no public access is promised."
  }

  enforce {
    # A rule spans 256 addresses at most, that is, the first three parts are the same.
    condition     = core::slice(local.first, 0, 3) == core::slice(local.last, 0, 3)
    error_message = "The rule lets ${core::join(".", local.first)} to ${core::join(".", local.last)} in; name the networks that need access."
  }
}
