policy_metadata "azure-db-secure-transport" {
  demand   = "secure-transport-only"
  severity = "high"
  title = {
    de = "PostgreSQL und MySQL in Azure nehmen nur verschlüsselte Verbindungen an"
    en = "PostgreSQL and MySQL in Azure accept encrypted connections only"
  }
  description = {
    de = "Flexible Server haben kein eigenes Argument für TLS: Abgeschaltet wird es über den Serverparameter require_secure_transport, den andere Prüfwerkzeuge nicht lesen."
    en = "Flexible servers have no argument for TLS: it is switched off with the server parameter require_secure_transport, which other checkers do not read."
  }
  applies_to = [
    "resource_policy.azurerm_*.secure_transport_required",
    "resource_policy.azurerm_*.single_server_encrypted",
  ]
  links = {
    "Provider argument"                    = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server_configuration#value-1"
    "TLS in Azure Database for PostgreSQL" = "https://learn.microsoft.com/en-us/azure/postgresql/security/security-tls"
  }

  fix "require-tls" {
    title = {
      de = "Verschlüsselte Verbindungen verlangen"
      en = "Require encrypted connections"
    }
    action = "describe"
  }
}

policy_metadata "azure-db-tls" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "PostgreSQL und MySQL in Azure verlangen TLS 1.2 oder neuer"
    en = "PostgreSQL and MySQL in Azure ask for TLS 1.2 or newer"
  }
  description = {
    de = "Die Serverparameter ssl_min_protocol_version und tls_version können die Untergrenze unter TLS 1.2 senken. In einer Liste zählt jede genannte Version."
    en = "The server parameters ssl_min_protocol_version and tls_version can lower the minimum below TLS 1.2. In a list every version counts."
  }
  applies_to = [
    "resource_policy.azurerm_postgresql_flexible_server_configuration.tls_1_2",
    "resource_policy.azurerm_mysql_flexible_server_configuration.tls_1_2",
    "resource_policy.azurerm_*.single_server_tls_1_2",
  ]
  links = {
    "Provider argument"               = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mysql_flexible_server_configuration#value-1"
    "TLS in Azure Database for MySQL" = "https://learn.microsoft.com/en-us/azure/mysql/flexible-server/security-tls"
  }

  fix "set-min-tls" {
    title = {
      de = "TLS 1.2 als Untergrenze setzen"
      en = "Set TLS 1.2 as the minimum"
    }
    action = "describe"
  }
}
