policy_metadata "azure-data-public-access" {
  demand   = "no-public-access"
  severity = "high"
  title = {
    de = "Azure-Datenbanken und -Tresore sind nicht öffentlich erreichbar"
    en = "Azure databases and vaults are not reachable in public"
  }
  description = {
    de = "Ohne Angabe haben die meisten Dienste einen öffentlichen Endpunkt. Ein eigenes Subnetz, Netzwerkregeln oder Adressfilter begrenzen ihn ebenfalls."
    en = "Left alone, most services have a public endpoint. A subnet of their own, network rules or address filters limit it as well."
  }
  applies_to = [
    "resource_policy.azurerm_*.endpoint_closed",
    "resource_policy.azurerm_mssql_managed_instance.endpoint_closed",
  ]
  links = {
    "Provider argument" = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server#public_network_access_enabled-1"
    "Private endpoints" = "https://learn.microsoft.com/en-us/azure/private-link/private-endpoint-overview"
  }

  fix "close-endpoint" {
    title = {
      de = "Öffentlichen Endpunkt schließen"
      en = "Close the public endpoint"
    }
    action = "describe"
  }
}

policy_metadata "azure-data-firewall" {
  demand   = "no-public-access"
  severity = "high"
  title = {
    de = "Firewallregeln von Azure-Datenbanken sind eng gefasst"
    en = "Firewall rules of Azure databases are narrow"
  }
  description = {
    de = "Eine Regel von 0.0.0.0 bis 0.0.0.0 meint nicht nichts, sondern jeden Kunden von Azure. Breite Bereiche lassen das halbe Internet ein."
    en = "A rule from 0.0.0.0 to 0.0.0.0 does not mean nothing but every customer of Azure. Wide ranges let half of the internet in."
  }
  applies_to = [
    "resource_policy.azurerm_*.firewall_narrow",
  ]
  links = {
    "Provider argument"           = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_firewall_rule#start_ip_address-1"
    "Firewall rules of Azure SQL" = "https://learn.microsoft.com/en-us/azure/azure-sql/database/firewall-configure"
  }

  fix "narrow-rule" {
    title = {
      de = "Regel auf die benötigten Netze beschränken"
      en = "Narrow the rule to the networks that need access"
    }
    action = "describe"
  }
}
