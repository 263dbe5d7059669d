resource "azurerm_synapse_sql_pool" "reports" {
  name                 = "reports"
  synapse_workspace_id = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-data/providers/Microsoft.Synapse/workspaces/syn-data"
  sku_name             = "DW100c"
}

resource "azurerm_automation_variable_string" "endpoint" {
  name                    = "endpoint"
  resource_group_name     = "rg-data"
  automation_account_name = "aa-data"
  value                   = "https://example.org"
}
