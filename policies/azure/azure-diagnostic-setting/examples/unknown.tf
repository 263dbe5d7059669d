variable "audited_resource" {
  description = "Id of the resource whose logs are exported."
  type        = string
}

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

resource "azurerm_monitor_diagnostic_setting" "audit" {
  name                       = "audit"
  target_resource_id         = var.audited_resource
  log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id

  enabled_log {
    category_group = "audit"
  }
}
