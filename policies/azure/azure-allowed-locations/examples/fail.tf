# The regions in China are operated by another company.
resource "azurerm_resource_group" "app" {
  name     = "rg-app"
  location = "chinanorth3"
}

resource "azurerm_storage_account" "app" {
  name                     = "stapp"
  resource_group_name      = azurerm_resource_group.app.name
  location                 = azurerm_resource_group.app.location
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}
