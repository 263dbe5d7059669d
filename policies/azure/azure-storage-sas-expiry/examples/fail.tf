resource "azurerm_storage_account" "reports" {
  name                     = "streports"
  resource_group_name      = "rg-reports"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"

  sas_policy {
    expiration_period = "90.00:00:00"
  }
}
