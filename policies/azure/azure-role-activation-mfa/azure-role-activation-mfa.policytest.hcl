policytest {
  targets = ["azure-role-activation-mfa.policy.hcl"]
}

resource "azurerm_role_management_policy" "pass_role_mfa" {
  attrs = {
    activation_rules = [{ require_multifactor_authentication = true }]
  }
}

resource "azurerm_role_management_policy" "pass_role_context" {
  attrs = {
    activation_rules = [{ required_conditional_access_authentication_context = "c1" }]
  }
}

resource "azurerm_role_management_policy" "fail_role_without" {
  expect_failure = true
  attrs = {
    activation_rules = [{ require_multifactor_authentication = false }]
  }
}

resource "azurerm_role_management_policy" "fail_role_unset" {
  expect_failure = true
  attrs = {
    activation_rules = [{ maximum_duration = "PT8H" }]
  }
}

resource "azurerm_role_management_policy" "fail_role_no_rules" {
  expect_failure = true
  attrs = {
    scope = "/subscriptions/0"
  }
}

resource "azurerm_role_management_policy" "fail_role_null" {
  expect_failure = true
  attrs = {
    activation_rules = [{ require_multifactor_authentication = null, required_conditional_access_authentication_context = null }]
  }
}
