resource "azurerm_storage_account" "reports" {
  name                     = "streports"
  resource_group_name      = "rg-reports"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"

  min_tls_version            = "TLS1_2"
  https_traffic_only_enabled = true
}
