policy_metadata "azure-redis-tls" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "Redis-Caches in Azure verlangen TLS 1.2 oder neuer"
    en = "Redis caches in Azure ask for TLS 1.2 or newer"
  }
  description = {
    de = "Der klassische Cache nimmt ohne Angabe noch TLS 1.0 an, auch mit Provider 4. Die Untergrenze muss deshalb im Code stehen."
    en = "The classic cache still accepts TLS 1.0 if nothing is said, with provider 4, too. So the minimum has to be written down."
  }
  applies_to = [
    "resource_policy.azurerm_redis_*.tls_1_2",
  ]
  links = {
    "Provider argument"                                 = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/redis_cache#minimum_tls_version-1"
    "Remove TLS 1.0 and 1.1 from Azure Cache for Redis" = "https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-remove-tls-10-11"
  }

  fix "set-min-tls" {
    title = {
      de = "TLS 1.2 als Untergrenze setzen"
      en = "Set TLS 1.2 as the minimum"
    }
    action = "set_argument"
    path   = "minimum_tls_version"
    value  = "1.2"
    safe   = false
  }

  version_note ">= 5.0.0" {
    provider = "hashicorp/azurerm"
    note = {
      de = "Ab Provider 5 ist 1.2 die Vorgabe und der einzige Wert."
      en = "From provider 5 on 1.2 is the default and the only value."
    }
  }
}

policy_metadata "azure-redis-encrypted" {
  demand   = "secure-transport-only"
  severity = "high"
  title = {
    de = "Redis-Caches in Azure haben keinen unverschlüsselten Zugang"
    en = "Redis caches in Azure have no plain port"
  }
  description = {
    de = "Der Port 6379 ohne TLS bleibt geschlossen, und Datenbanken sprechen verschlüsselt mit ihren Clients. Seit Provider 4 heißt der Schalter non_ssl_port_enabled."
    en = "The port 6379 without TLS stays closed, and databases talk to their clients encrypted. Since provider 4 the switch is called non_ssl_port_enabled."
  }
  applies_to = [
    "resource_policy.azurerm_redis_cache.no_plain_port",
    "resource_policy.azurerm_redis_enterprise_database.encrypted",
    "resource_policy.azurerm_managed_redis.encrypted",
  ]
  links = {
    "Provider argument"                     = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/redis_cache#non_ssl_port_enabled-1"
    "Access ports of Azure Cache for Redis" = "https://learn.microsoft.com/en-us/azure/azure-cache-for-redis/cache-configure#access-ports"
  }

  fix "close-plain-port" {
    title = {
      de = "Port ohne TLS schließen"
      en = "Close the port without TLS"
    }
    action = "set_argument"
    path   = "non_ssl_port_enabled"
    value  = false
    safe   = false
  }

  version_note "< 4.0.0" {
    provider = "hashicorp/azurerm"
    note = {
      de = "Das Argument heißt enable_non_ssl_port."
      en = "The argument is called enable_non_ssl_port."
    }
  }
}
