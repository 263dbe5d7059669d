variable "days" {
  description = "Days that audit logs are kept."
  type        = number
}

resource "azurerm_mssql_server" "billing" {
  name                = "sql-billing"
  resource_group_name = "rg-billing"
  location            = "westeurope"
  version             = "12.0"

  azuread_administrator {
    login_username              = "sql-admins"
    object_id                   = "00000000-0000-0000-0000-000000000000"
    azuread_authentication_only = true
  }
}

resource "azurerm_mssql_server_extended_auditing_policy" "billing" {
  server_id         = azurerm_mssql_server.billing.id
  storage_endpoint  = "https://staudit.blob.core.windows.net/"
  retention_in_days = var.days
}
