variable "public" {
  description = "Whether the account has a public endpoint."
  type        = bool
}

resource "azurerm_storage_account" "reports" {
  name                            = "streports"
  resource_group_name             = "rg-reports"
  location                        = "westeurope"
  account_tier                    = "Standard"
  account_replication_type        = "ZRS"
  allow_nested_items_to_be_public = false
  public_network_access_enabled   = var.public
}
