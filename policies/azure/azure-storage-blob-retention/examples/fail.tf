resource "azurerm_storage_account" "reports" {
  name                     = "streports"
  resource_group_name      = "rg-reports"
  location                 = "westeurope"
  account_tier             = "Standard"
  account_replication_type = "ZRS"

  blob_properties {
    # Versions stay for ever, as no lifecycle rule deletes them.
    versioning_enabled = true

    delete_retention_policy {
      days = 30
    }

    container_delete_retention_policy {
      days = 7
    }
  }
}
