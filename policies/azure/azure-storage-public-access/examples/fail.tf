resource "azurerm_storage_account" "reports" {
  name                     = "streports"
  resource_group_name      = "rg-reports"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"
}

resource "azurerm_storage_container" "reports" {
  name                  = "reports"
  storage_account_id    = azurerm_storage_account.reports.id
  container_access_type = "blob"
}
