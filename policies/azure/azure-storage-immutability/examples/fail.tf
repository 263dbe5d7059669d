resource "azurerm_storage_account" "logs" {
  name                     = "stlogs"
  resource_group_name      = "rg-audit"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

resource "azurerm_storage_container" "logs" {
  name               = "insights-logs-auditevent"
  storage_account_id = azurerm_storage_account.logs.id
}

resource "azurerm_storage_container_immutability_policy" "logs" {
  storage_container_resource_manager_id = azurerm_storage_container.logs.id
  immutability_period_in_days           = 365
  locked                                = false
}

resource "azurerm_monitor_diagnostic_setting" "vault" {
  name               = "audit"
  target_resource_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-app/providers/Microsoft.KeyVault/vaults/kv-app"
  storage_account_id = azurerm_storage_account.logs.id

  enabled_log {
    category = "AuditEvent"
  }
}
