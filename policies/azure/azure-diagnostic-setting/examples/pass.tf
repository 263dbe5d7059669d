resource "azurerm_log_analytics_workspace" "audit" {
  name                = "law-audit"
  resource_group_name = "rg-audit"
  location            = "westeurope"
  retention_in_days   = 60
}

resource "azurerm_key_vault" "app" {
  name                     = "kv-app"
  resource_group_name      = "rg-app"
  location                 = "westeurope"
  tenant_id                = "00000000-0000-0000-0000-000000000000"
  sku_name                 = "standard"
  purge_protection_enabled = true
}

resource "azurerm_monitor_diagnostic_setting" "app" {
  name                       = "audit"
  target_resource_id         = azurerm_key_vault.app.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id

  enabled_log {
    category = "AuditEvent"
  }
}

resource "azurerm_postgresql_flexible_server" "orders" {
  name                  = "psql-orders"
  resource_group_name   = "rg-app"
  location              = "westeurope"
  version               = "16"
  sku_name              = "GP_Standard_D2s_v3"
  backup_retention_days = 14
}

resource "azurerm_monitor_diagnostic_setting" "orders" {
  name                       = "audit"
  target_resource_id         = azurerm_postgresql_flexible_server.orders.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id

  enabled_log {
    category_group = "audit"
  }
}
