# Azure SQL speaks TLS 1.2 or newer.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

resource_policy "azurerm_mssql_*" "tls_1_2" {
  filter = core::contains(["azurerm_mssql_server", "azurerm_mssql_managed_instance"], meta.type)

  locals {
    # Not set, the provider asks for TLS 1.2 since version 3.
    stated = core::try(attrs.minimum_tls_version, null)
    oldest = local.stated == null ? "1.2" : local.stated
  }

  enforce {
    # "Disabled" means that there is no minimum at all.
    condition     = core::contains(["1.2", "1.3"], local.oldest)
    error_message = "The minimum TLS version of the server is ${core::valuetostring(local.oldest)}; TLS 1.2 or newer is promised."
  }
}

resource_policy "azurerm_sql_server" "tls_1_2" {
  enforce {
    # Nothing that can be written here would hold the promise.
    condition     = false
    error_message = "azurerm_sql_server has no argument for the minimum TLS version, so nothing here holds TLS 1.2 in place; azurerm_mssql_server has one."
  }
}
