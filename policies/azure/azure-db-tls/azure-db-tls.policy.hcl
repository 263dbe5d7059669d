# PostgreSQL, MySQL and MariaDB servers speak TLS 1.2 or newer, and nothing in plain.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

locals {
  # Flexible servers have no argument for TLS: it is a server parameter, which is safe unless a configuration changes it.
  configurations = ["azurerm_postgresql_flexible_server_configuration", "azurerm_mysql_flexible_server_configuration"]
  single_servers = ["azurerm_postgresql_server", "azurerm_mysql_server", "azurerm_mariadb_server"]
}

resource_policy "azurerm_*" "secure_transport_required" {
  filter = core::contains(local.configurations, meta.type) && attrs.name == "require_secure_transport"

  enforce {
    condition     = core::contains(["on", "true", "1"], core::lower(attrs.value))
    error_message = "require_secure_transport is ${core::valuetostring(attrs.value)}: the server accepts connections without TLS; connections over TLS only are promised."
  }
}

resource_policy "azurerm_postgresql_flexible_server_configuration" "tls_1_2" {
  filter = attrs.name == "ssl_min_protocol_version"

  enforce {
    condition     = core::contains(["TLSv1.2", "TLSv1.3"], attrs.value)
    error_message = "ssl_min_protocol_version is ${core::valuetostring(attrs.value)}; TLS 1.2 or newer is promised."
  }
}

resource_policy "azurerm_mysql_flexible_server_configuration" "tls_1_2" {
  filter = attrs.name == "tls_version"

  enforce {
    # The value is a list with commas; every version in it is accepted.
    condition     = core::alltrue([for v in core::split(",", attrs.value) : core::contains(["TLSv1.2", "TLSv1.3"], core::trimspace(v))])
    error_message = "tls_version is ${core::valuetostring(attrs.value)}; TLS 1.2 or newer is promised."
  }
}

resource_policy "azurerm_*" "single_server_encrypted" {
  filter = core::contains(local.single_servers, meta.type)

  enforce {
    condition     = attrs.ssl_enforcement_enabled == true
    error_message = "ssl_enforcement_enabled is false: the server accepts connections without TLS; connections over TLS only are promised."
  }
}

resource_policy "azurerm_*" "single_server_tls_1_2" {
  filter = core::contains(local.single_servers, meta.type)

  locals {
    # Not set, the provider asks for TLS 1.2.
    stated = core::try(attrs.ssl_minimal_tls_version_enforced, null)
    oldest = local.stated == null ? "TLS1_2" : local.stated
  }

  enforce {
    condition     = local.oldest == "TLS1_2"
    error_message = "ssl_minimal_tls_version_enforced is ${core::valuetostring(local.oldest)}; TLS 1.2 or newer is promised."
  }
}
