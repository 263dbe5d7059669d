variable "dba_password" {
  description = "Password of the database administrator, which never reaches the state."
  type        = string
  ephemeral   = true
}

resource "azurerm_mssql_server" "billing" {
  name                = "sql-billing"
  resource_group_name = "rg-billing"
  location            = "westeurope"
  version             = "12.0"

  administrator_login                     = "billing-dba"
  administrator_login_password_wo         = var.dba_password
  administrator_login_password_wo_version = 1
}
