resource "azurerm_container_registry" "shop" {
  name                = "acrshop"
  resource_group_name = "rg-shop"
  location            = "westeurope"
  sku                 = "Premium"
  admin_enabled       = false
}
