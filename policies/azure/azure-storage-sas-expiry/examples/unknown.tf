variable "sas_period" {
  description = "How long a shared access signature may be valid."
  type        = string
}

resource "azurerm_storage_account" "reports" {
  name                     = "streports"
  resource_group_name      = "rg-reports"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"

  sas_policy {
    expiration_period = var.sas_period
  }
}
