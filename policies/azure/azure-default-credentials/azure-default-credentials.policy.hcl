# Azure resources have no default credentials and no unneeded services.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

locals {
  # Where a resource names its administrator.
  admin_arguments = {
    azurerm_linux_virtual_machine             = "admin_username"
    azurerm_linux_virtual_machine_scale_set   = "admin_username"
    azurerm_mssql_server                      = "administrator_login"
    azurerm_mysql_flexible_server             = "administrator_login"
    azurerm_postgresql_flexible_server        = "administrator_login"
    azurerm_windows_virtual_machine           = "admin_username"
    azurerm_windows_virtual_machine_scale_set = "admin_username"
  }

  # Names that every attacker tries first.
  well_known = ["admin", "administrator", "adminuser", "azureadmin", "azureuser", "postgres", "root", "sa", "sqladmin", "test", "user"]

  debuggable = [
    "azurerm_app_service",
    "azurerm_linux_function_app",
    "azurerm_linux_web_app",
    "azurerm_windows_function_app",
    "azurerm_windows_web_app",
  ]
}

resource_policy "azurerm_*" "own_admin_name" {
  # Without a name only central identities sign in.
  filter = core::contains(core::keys(local.admin_arguments), meta.type) && core::try(attrs[local.admin_arguments[meta.type]], null) != null

  enforce {
    condition     = !core::contains(local.well_known, core::lower(attrs[local.admin_arguments[meta.type]]))
    error_message = "The administrator is called ${core::valuetostring(attrs[local.admin_arguments[meta.type]])}, a name that every attacker tries first; default credentials must be changed."
  }
}

resource_policy "azurerm_container_registry" "no_shared_account" {
  enforce {
    # Off unless it is switched on.
    condition     = core::try(attrs.admin_enabled, false) != true
    error_message = "The registry's admin account is on: one account with two passwords for everybody."
  }
}

resource_policy "azurerm_kubernetes_cluster" "no_local_accounts" {
  enforce {
    # Not set means that the built-in cluster administrator exists.
    condition     = core::try(attrs.local_account_disabled, false) == true
    error_message = "local_account_disabled is not true: the built-in cluster administrator signs in with a certificate, beside the central identities and their second factor."
  }
}

resource_policy "azurerm_linux_virtual_machine*" "no_passwords" {
  enforce {
    # Not set means keys only.
    condition     = core::try(attrs.disable_password_authentication, true) != false
    error_message = "The machine lets users sign in with a password; keys or central identities are promised."
  }
}

resource_policy "azurerm_*" "no_remote_debugging" {
  filter = core::contains(local.debuggable, meta.type)

  enforce {
    # Off unless it is switched on.
    condition     = core::try(attrs.site_config[0].remote_debugging_enabled, false) != true
    error_message = "Remote debugging is on; unneeded services are promised to be off."
  }
}

resource_policy "azurerm_kubernetes_cluster" "no_http_routing" {
  enforce {
    # Off unless it is switched on.
    condition     = core::try(attrs.http_application_routing_enabled, false) != true
    error_message = "HTTP application routing, a retired add-on, is on; unneeded services are promised to be off."
  }
}
