resource "azurerm_log_analytics_workspace" "audit" {
  name                = "law-audit"
  resource_group_name = "rg-audit"
  location            = "westeurope"
  sku                 = "PerGB2018"
  retention_in_days   = 60
}

# The access log of the gateway holds the addresses of visitors.
resource "azurerm_monitor_diagnostic_setting" "gateway" {
  name                       = "access"
  target_resource_id         = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-web/providers/Microsoft.Network/applicationGateways/agw-web"
  log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id

  enabled_log {
    category = "ApplicationGatewayAccessLog"
  }
}

resource "azurerm_log_analytics_workspace_table" "sign_ins" {
  workspace_id            = azurerm_log_analytics_workspace.audit.id
  name                    = "SigninLogs"
  retention_in_days       = 30
  total_retention_in_days = 60
}
