variable "tls" {
  description = "Oldest TLS version that the server accepts."
  type        = string
}

resource "azurerm_mssql_server" "billing" {
  name                = "sql-billing"
  resource_group_name = "rg-billing"
  location            = "westeurope"
  version             = "12.0"
  minimum_tls_version = var.tls

  azuread_administrator {
    login_username              = "sql-admins"
    object_id                   = "00000000-0000-0000-0000-000000000000"
    azuread_authentication_only = true
  }
}
