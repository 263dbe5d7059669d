policytest {
  targets = ["azure-role-assignment-least-privilege.policy.hcl"]
}

resource "azurerm_role_assignment" "fail_owner" {
  expect_failure = true
  attrs = {
    scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
    role_definition_name = "Owner"
    principal_id         = "p"
  }
}

resource "azurerm_role_assignment" "fail_contributor" {
  expect_failure = true
  attrs = {
    scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
    role_definition_name = "Contributor"
    principal_id         = "p"
  }
}

resource "azurerm_role_assignment" "fail_user_access_administrator" {
  expect_failure = true
  attrs = {
    scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
    role_definition_name = "User Access Administrator"
    principal_id         = "p"
  }
}

resource "azurerm_role_assignment" "fail_role_based_access_control_administrator" {
  expect_failure = true
  attrs = {
    scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
    role_definition_name = "Role Based Access Control Administrator"
    principal_id         = "p"
  }
}

resource "azurerm_role_assignment" "pass_reader" {
  attrs = {
    scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
    role_definition_name = "Reader"
    principal_id         = "p"
  }
}

resource "azurerm_role_assignment" "pass_contributor_of_a_group" {
  attrs = {
    scope                = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-app"
    role_definition_name = "Contributor"
    principal_id         = "p"
  }
}

resource "azurerm_role_assignment" "fail_owner_of_a_management_group" {
  expect_failure = true
  attrs = {
    scope                = "/providers/Microsoft.Management/managementGroups/root"
    role_definition_name = "Owner"
    principal_id         = "p"
  }
}

resource "azurerm_role_assignment" "fail_trailing_slash" {
  expect_failure = true
  attrs = {
    scope                = "/subscriptions/00000000-0000-0000-0000-000000000000/"
    role_definition_name = "Owner"
    principal_id         = "p"
  }
}

resource "azurerm_role_assignment" "fail_lower_case" {
  expect_failure = true
  attrs = {
    scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
    role_definition_name = "owner"
    principal_id         = "p"
  }
}

resource "azurerm_role_assignment" "fail_root_scope" {
  expect_failure = true
  attrs = {
    scope                = "/"
    role_definition_name = "Owner"
    principal_id         = "p"
  }
}

resource "azurerm_role_assignment" "fail_owner_by_id" {
  expect_failure = true
  attrs = {
    scope              = "/subscriptions/00000000-0000-0000-0000-000000000000"
    role_definition_id = "/subscriptions/0/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635"
    principal_id       = "p"
  }
}

resource "azurerm_role_assignment" "fail_contributor_by_id" {
  expect_failure = true
  attrs = {
    scope              = "/subscriptions/00000000-0000-0000-0000-000000000000"
    role_definition_id = "/subscriptions/0/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c"
    principal_id       = "p"
  }
}

resource "azurerm_role_assignment" "fail_access_admin_by_id" {
  expect_failure = true
  attrs = {
    scope              = "/subscriptions/00000000-0000-0000-0000-000000000000"
    role_definition_id = "/subscriptions/0/providers/Microsoft.Authorization/roleDefinitions/18d7d88d-d35e-4fb5-a5c3-7773c20a72d9"
    principal_id       = "p"
  }
}

resource "azurerm_role_assignment" "fail_rbac_admin_by_id" {
  expect_failure = true
  attrs = {
    scope              = "/subscriptions/00000000-0000-0000-0000-000000000000"
    role_definition_id = "/subscriptions/0/providers/Microsoft.Authorization/roleDefinitions/f58310d9-a9f6-439a-9e8d-f62e7b41a168"
    principal_id       = "p"
  }
}

resource "azurerm_role_assignment" "pass_reader_by_id" {
  attrs = {
    scope              = "/subscriptions/00000000-0000-0000-0000-000000000000"
    role_definition_id = "/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7"
    principal_id       = "p"
  }
}

resource "azurerm_role_assignment" "fail_name_null" {
  expect_failure = true
  attrs = {
    scope                = "/subscriptions/00000000-0000-0000-0000-000000000000"
    role_definition_name = null
    role_definition_id   = "/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635"
    principal_id         = "p"
  }
}

# Scopes by reference.
resource "azurerm_resource_group" "app" {
  skip = true
  attrs = {
    id = "/rg/app"
  }
}

resource "azurerm_role_assignment" "pass_by_reference_to_a_group" {
  attrs = {
    scope                = azurerm_resource_group.app.id
    role_definition_name = "Owner"
    principal_id         = "p"
  }
}

resource "azurerm_subscription" "main" {
  skip = true
  attrs = {
    id              = "/alias/main"
    subscription_id = "0"
  }
}

resource "azurerm_role_assignment" "fail_by_reference_to_a_subscription" {
  expect_failure = true
  attrs = {
    scope                = azurerm_subscription.main.id
    role_definition_name = "Owner"
    principal_id         = "p"
  }
}

resource "azurerm_management_group" "main" {
  skip = true
  attrs = {
    id = "/mg/main"
  }
}

resource "azurerm_role_assignment" "fail_by_reference_to_a_management_group" {
  expect_failure = true
  attrs = {
    scope                = azurerm_management_group.main.id
    role_definition_name = "Owner"
    principal_id         = "p"
  }
}

resource "azurerm_role_definition" "custom" {
  skip = true
  attrs = {
    id                          = "/roles/custom"
    role_definition_resource_id = "/roles/custom-resource"
    permissions                 = [{ actions = ["Microsoft.Compute/*/read"] }]
  }
}

resource "azurerm_role_assignment" "pass_custom_role" {
  attrs = {
    scope              = "/subscriptions/00000000-0000-0000-0000-000000000000"
    role_definition_id = azurerm_role_definition.custom.role_definition_resource_id
    principal_id       = "p"
  }
}

# Custom roles.
resource "azurerm_role_definition" "pass_narrow" {
  attrs = {
    name        = "narrow"
    permissions = [{ actions = ["Microsoft.Compute/virtualMachines/read", "Microsoft.Compute/*/read"], not_actions = [] }]
  }
}

resource "azurerm_role_definition" "fail_everything" {
  expect_failure = true
  attrs = {
    name        = "everything"
    permissions = [{ actions = ["*"] }]
  }
}

resource "azurerm_role_definition" "fail_everything_but" {
  expect_failure = true
  attrs = {
    name        = "everything_but"
    permissions = [{ actions = ["*"], not_actions = ["Microsoft.Authorization/*/Write"] }]
  }
}

resource "azurerm_role_definition" "fail_second_block" {
  expect_failure = true
  attrs = {
    name        = "second_block"
    permissions = [{ actions = ["Microsoft.Compute/*/read"] }, { actions = ["*"] }]
  }
}

resource "azurerm_role_definition" "fail_all_data" {
  expect_failure = true
  attrs = {
    name        = "all_data"
    permissions = [{ actions = [], data_actions = ["*"] }]
  }
}

resource "azurerm_role_definition" "fail_all_of_authorization" {
  expect_failure = true
  attrs = {
    name        = "all_of_authorization"
    permissions = [{ actions = ["Microsoft.Authorization/*"] }]
  }
}

resource "azurerm_role_definition" "fail_authorization_write" {
  expect_failure = true
  attrs = {
    name        = "authorization_write"
    permissions = [{ actions = ["Microsoft.Authorization/roleAssignments/write"] }]
  }
}

resource "azurerm_role_definition" "pass_read_everything" {
  attrs = {
    name        = "read_everything"
    permissions = [{ actions = ["*/read"] }]
  }
}

resource "azurerm_role_definition" "pass_null_lists" {
  attrs = {
    name        = "null_lists"
    permissions = [{ actions = null, data_actions = null }]
  }
}

resource "azurerm_role_definition" "pass_no_permissions" {
  attrs = {
    name  = "no_permissions"
    scope = "/subscriptions/0"
  }
}
