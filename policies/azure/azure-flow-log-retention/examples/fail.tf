resource "azurerm_network_watcher_flow_log" "app" {
  name                 = "flow-app"
  network_watcher_name = "nw-westeurope"
  resource_group_name  = "rg-network"
  target_resource_id   = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Network/virtualNetworks/vnet-app"
  storage_account_id   = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-network/providers/Microsoft.Storage/storageAccounts/stflow"
  enabled              = true

  retention_policy {
    enabled = true
    # 0 days mean for ever.
    days = 0
  }
}
