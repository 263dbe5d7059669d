resource "azurerm_key_vault" "app" {
  name                       = "kv-app"
  resource_group_name        = "rg-app"
  location                   = "westeurope"
  tenant_id                  = "00000000-0000-0000-0000-000000000000"
  sku_name                   = "standard"
  purge_protection_enabled   = true
  soft_delete_retention_days = 90
}
