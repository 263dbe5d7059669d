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

# Metrics alone say nothing about who read which secret.
resource "azurerm_monitor_diagnostic_setting" "app" {
  name                       = "metrics"
  target_resource_id         = azurerm_key_vault.app.id
  log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id

  metric {
    category = "AllMetrics"
  }
}

resource "azurerm_kubernetes_cluster" "app" {
  name                = "aks-app"
  resource_group_name = "rg-app"
  location            = "westeurope"
  dns_prefix          = "app"

  default_node_pool {
    name       = "system"
    vm_size    = "Standard_D2s_v5"
    node_count = 1
  }

  identity {
    type = "SystemAssigned"
  }
}
