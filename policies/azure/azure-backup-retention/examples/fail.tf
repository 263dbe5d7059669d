# Seven days, because nothing is said.
resource "azurerm_postgresql_flexible_server" "orders" {
  name                = "psql-orders"
  resource_group_name = "rg-shop"
  location            = "westeurope"
  version             = "16"
  sku_name            = "GP_Standard_D2s_v3"
}

resource "azurerm_mysql_flexible_server" "blog" {
  name                  = "mysql-blog"
  resource_group_name   = "rg-shop"
  location              = "westeurope"
  backup_retention_days = 35
}

resource "azurerm_mssql_database" "billing" {
  name      = "billing"
  server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-shop/providers/Microsoft.Sql/servers/sql-billing"
  sku_name  = "S1"

  short_term_retention_policy {
    retention_days = 14
  }

  # Twelve monthly copies outlive the promised 14 days.
  long_term_retention_policy {
    monthly_retention = "P12M"
  }
}
