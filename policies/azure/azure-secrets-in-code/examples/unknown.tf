variable "dba_password" {
  description = "Password of the database administrator."
  type        = string
  sensitive   = true
}

resource "azurerm_mssql_server" "billing" {
  name                         = "sql-billing"
  resource_group_name          = "rg-billing"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "billing-dba"
  administrator_login_password = var.dba_password
}
