resource "azurerm_postgresql_flexible_server" "orders" {
  name                = "psql-orders"
  resource_group_name = "rg-shop"
  location            = "westeurope"
  version             = "16"
  sku_name            = "GP_Standard_D2s_v3"
}

# Every customer of Azure gets in.
resource "azurerm_postgresql_flexible_server_firewall_rule" "azure" {
  name             = "azure"
  server_id        = azurerm_postgresql_flexible_server.orders.id
  start_ip_address = "0.0.0.0"
  end_ip_address   = "0.0.0.0"
}
