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

# Terraform makes it: it is not in the code.
resource "random_password" "orders" {
  length = 32
}

resource "azurerm_mssql_server" "orders" {
  name                         = "sql-orders"
  resource_group_name          = "rg-billing"
  location                     = "westeurope"
  version                      = "12.0"
  administrator_login          = "orders-dba"
  administrator_login_password = random_password.orders.result
}
