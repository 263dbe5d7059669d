variable "days" {
  description = "Days that deleted blobs can be recovered."
  type        = number
}

resource "azurerm_storage_account" "reports" {
  name                     = "streports"
  resource_group_name      = "rg-reports"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"

  blob_properties {
    delete_retention_policy {
      days = var.days
    }

    container_delete_retention_policy {
      days = var.days
    }
  }
}
