variable "min_tls_version" {
  description = "Oldest TLS version that the account accepts."
  type        = string
}

resource "azurerm_storage_account" "reports" {
  name                     = "streports"
  resource_group_name      = "rg-reports"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"

  min_tls_version = var.min_tls_version
}
