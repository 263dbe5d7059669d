resource "azurerm_role_management_policy" "owner" {
  scope              = "/subscriptions/00000000-0000-0000-0000-000000000000"
  role_definition_id = "/subscriptions/00000000-0000-0000-0000-000000000000/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635"

  activation_rules {
    maximum_duration                   = "PT4H"
    require_multifactor_authentication = true
  }
}
