resource "azurerm_mssql_server" "billing" {
  name                         = "sql-billing"
  resource_group_name          = "rg-billing"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "billing-dba"
  administrator_login_password = "not-a-real-secret"
}
