variable "encrypted" {
  description = "Whether the pool is encrypted."
  type        = bool
}

resource "azurerm_synapse_sql_pool" "reports" {
  name                 = "reports"
  synapse_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Synapse/workspaces/syn-data"
  sku_name             = "DW100c"
  data_encrypted       = var.encrypted
}
