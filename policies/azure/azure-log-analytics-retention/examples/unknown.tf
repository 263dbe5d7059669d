variable "days" {
  description = "Days that logs are kept."
  type        = number
}

resource "azurerm_log_analytics_workspace" "audit" {
  name                = "law-audit"
  resource_group_name = "rg-audit"
  location            = "westeurope"
  sku                 = "PerGB2018"
  retention_in_days   = var.days
}
