variable "role" {
  description = "Role of the deployment."
  type        = string
}

resource "azurerm_resource_group" "app" {
  name     = "rg-app"
  location = "westeurope"
}

resource "azurerm_role_assignment" "deployment" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
  role_definition_name = var.role
  principal_id         = "00000000-0000-0000-0000-000000000000"
}
