resource "azurerm_postgresql_flexible_server" "orders" {
  name                  = "psql-orders"
  resource_group_name   = "rg-shop"
  location              = "westeurope"
  version               = "16"
  sku_name              = "GP_Standard_D2s_v3"
  backup_retention_days = 14
}

resource "azurerm_mssql_database" "billing" {
  name      = "billing"
  server_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-shop/providers/Microsoft.Sql/servers/sql-billing"
  sku_name  = "S1"

  short_term_retention_policy {
    retention_days = 14
  }
}

resource "azurerm_cosmosdb_account" "profiles" {
  name                = "cosmos-profiles"
  resource_group_name = "rg-shop"
  location            = "westeurope"
  offer_type          = "Standard"

  consistency_policy {
    consistency_level = "Session"
  }

  geo_location {
    location          = "westeurope"
    failover_priority = 0
  }

  backup {
    type                = "Periodic"
    interval_in_minutes = 1440
    retention_in_hours  = 336
  }
}
