policytest {
  targets = ["azuread-conditional-access-mfa.policy.hcl"]
}

resource "azuread_conditional_access_policy" "pass_all_users" {
  attrs = {
    display_name   = "all_users"
    state          = "enabled"
    conditions     = [{ client_app_types = ["all"], users = [{ included_users = ["All"] }], applications = [{ included_applications = ["All"] }] }]
    grant_controls = [{ operator = "OR", built_in_controls = ["mfa"] }]
  }
}

resource "azuread_conditional_access_policy" "pass_admin_roles" {
  attrs = {
    display_name   = "admin_roles"
    state          = "enabled"
    conditions     = [{ client_app_types = ["all"], users = [{ included_roles = ["62e90394-69f5-4237-9190-012177145e10"], excluded_users = ["break-glass-1", "break-glass-2"] }], applications = [{ included_applications = ["All"] }] }]
    grant_controls = [{ operator = "OR", built_in_controls = ["mfa"] }]
  }
}

resource "azuread_conditional_access_policy" "pass_strength" {
  attrs = {
    display_name   = "strength"
    state          = "enabled"
    conditions     = [{ client_app_types = ["all"], users = [{ included_users = ["All"] }], applications = [{ included_applications = ["All"] }] }]
    grant_controls = [{ operator = "OR", authentication_strength_policy_id = "/policies/authenticationStrengthPolicies/00000000-0000-0000-0000-000000000004" }]
  }
}

resource "azuread_conditional_access_policy" "pass_mfa_and_device" {
  attrs = {
    display_name   = "mfa_and_device"
    state          = "enabled"
    conditions     = [{ client_app_types = ["all"], users = [{ included_users = ["All"] }], applications = [{ included_applications = ["All"] }] }]
    grant_controls = [{ operator = "AND", built_in_controls = ["mfa", "compliantDevice"] }]
  }
}

resource "azuread_conditional_access_policy" "pass_nulls" {
  attrs = {
    display_name   = "nulls"
    state          = "enabled"
    conditions     = [{ client_app_types = ["all"], users = [{ included_users = ["All"], excluded_users = null, excluded_groups = null }], applications = [{ included_applications = ["All"] }] }]
    grant_controls = [{ operator = "OR", built_in_controls = ["mfa"], authentication_strength_policy_id = null }]
  }
}

resource "azuread_conditional_access_policy" "fail_report_only" {
  expect_failure = true
  attrs = {
    display_name   = "report_only"
    state          = "enabledForReportingButNotEnforced"
    conditions     = [{ client_app_types = ["all"], users = [{ included_users = ["All"] }], applications = [{ included_applications = ["All"] }] }]
    grant_controls = [{ operator = "OR", built_in_controls = ["mfa"] }]
  }
}

resource "azuread_conditional_access_policy" "fail_disabled" {
  expect_failure = true
  attrs = {
    display_name   = "disabled"
    state          = "disabled"
    conditions     = [{ client_app_types = ["all"], users = [{ included_users = ["All"] }], applications = [{ included_applications = ["All"] }] }]
    grant_controls = [{ operator = "OR", built_in_controls = ["mfa"] }]
  }
}

resource "azuread_conditional_access_policy" "fail_mfa_or_device" {
  expect_failure = true
  attrs = {
    display_name   = "mfa_or_device"
    state          = "enabled"
    conditions     = [{ client_app_types = ["all"], users = [{ included_users = ["All"] }], applications = [{ included_applications = ["All"] }] }]
    grant_controls = [{ operator = "OR", built_in_controls = ["mfa", "compliantDevice"] }]
  }
}

resource "azuread_conditional_access_policy" "fail_strength_or_device" {
  expect_failure = true
  attrs = {
    display_name   = "strength_or_device"
    state          = "enabled"
    conditions     = [{ client_app_types = ["all"], users = [{ included_users = ["All"] }], applications = [{ included_applications = ["All"] }] }]
    grant_controls = [{ operator = "OR", built_in_controls = ["compliantDevice"], authentication_strength_policy_id = "/policies/x" }]
  }
}

resource "azuread_conditional_access_policy" "fail_three_exceptions" {
  expect_failure = true
  attrs = {
    display_name   = "three_exceptions"
    state          = "enabled"
    conditions     = [{ client_app_types = ["all"], users = [{ included_users = ["All"], excluded_users = ["a", "b", "c"] }], applications = [{ included_applications = ["All"] }] }]
    grant_controls = [{ operator = "OR", built_in_controls = ["mfa"] }]
  }
}

resource "azuread_conditional_access_policy" "fail_excluded_group" {
  expect_failure = true
  attrs = {
    display_name   = "excluded_group"
    state          = "enabled"
    conditions     = [{ client_app_types = ["all"], users = [{ included_users = ["All"], excluded_groups = ["g"] }], applications = [{ included_applications = ["All"] }] }]
    grant_controls = [{ operator = "OR", built_in_controls = ["mfa"] }]
  }
}

resource "azuread_conditional_access_policy" "fail_excluded_role" {
  expect_failure = true
  attrs = {
    display_name   = "excluded_role"
    state          = "enabled"
    conditions     = [{ client_app_types = ["all"], users = [{ included_users = ["All"], excluded_roles = ["r"] }], applications = [{ included_applications = ["All"] }] }]
    grant_controls = [{ operator = "OR", built_in_controls = ["mfa"] }]
  }
}

resource "azuread_conditional_access_policy" "fail_excluded_app" {
  expect_failure = true
  attrs = {
    display_name   = "excluded_app"
    state          = "enabled"
    conditions     = [{ client_app_types = ["all"], users = [{ included_users = ["All"] }], applications = [{ included_applications = ["All"], excluded_applications = ["app"] }] }]
    grant_controls = [{ operator = "OR", built_in_controls = ["mfa"] }]
  }
}

resource "azuread_conditional_access_policy" "fail_trusted_network" {
  expect_failure = true
  attrs = {
    display_name   = "trusted_network"
    state          = "enabled"
    conditions     = [{ client_app_types = ["all"], users = [{ included_users = ["All"] }], applications = [{ included_applications = ["All"] }], locations = [{ included_locations = ["All"], excluded_locations = ["AllTrusted"] }] }]
    grant_controls = [{ operator = "OR", built_in_controls = ["mfa"] }]
  }
}

# Policies about something else: not applicable.
resource "azuread_conditional_access_policy" "pass_blocks_legacy" {
  attrs = {
    display_name   = "blocks_legacy"
    state          = "disabled"
    conditions     = [{ client_app_types = ["all"], users = [{ included_users = ["All"] }], applications = [{ included_applications = ["All"] }] }]
    grant_controls = [{ operator = "OR", built_in_controls = ["block"] }]
  }
}

resource "azuread_conditional_access_policy" "pass_session_only" {
  attrs = {
    display_name   = "session_only"
    state          = "enabled"
    conditions     = [{ client_app_types = ["all"], users = [{ included_users = ["All"] }], applications = [{ included_applications = ["All"] }] }]
    grant_controls = []
  }
}

# What counts as a second factor.
resource "azuread_authentication_strength_policy" "pass_strength_two_factors" {
  attrs = {
    display_name         = "two_factors"
    allowed_combinations = ["password,microsoftAuthenticatorPush", "password,sms", "fido2"]
  }
}

resource "azuread_authentication_strength_policy" "pass_strength_resistant" {
  attrs = {
    display_name         = "resistant"
    allowed_combinations = ["fido2", "windowsHelloForBusiness", "x509CertificateMultiFactor"]
  }
}

resource "azuread_authentication_strength_policy" "fail_strength_password" {
  expect_failure = true
  attrs = {
    display_name         = "password"
    allowed_combinations = ["fido2", "password"]
  }
}

resource "azuread_authentication_strength_policy" "fail_strength_sms" {
  expect_failure = true
  attrs = {
    display_name         = "sms"
    allowed_combinations = ["fido2", "sms"]
  }
}

resource "azuread_authentication_strength_policy" "fail_strength_federatedSingleFactor" {
  expect_failure = true
  attrs = {
    display_name         = "federatedSingleFactor"
    allowed_combinations = ["fido2", "federatedSingleFactor"]
  }
}

resource "azuread_authentication_strength_policy" "fail_strength_x509CertificateSingleFactor" {
  expect_failure = true
  attrs = {
    display_name         = "x509CertificateSingleFactor"
    allowed_combinations = ["fido2", "x509CertificateSingleFactor"]
  }
}

# Privileged roles ask for it when they are activated.
resource "azuread_group_role_management_policy" "pass_group_mfa" {
  attrs = {
    activation_rules = [{ require_multifactor_authentication = true }]
  }
}

resource "azuread_group_role_management_policy" "pass_group_context" {
  attrs = {
    activation_rules = [{ required_conditional_access_authentication_context = "c1" }]
  }
}

resource "azuread_group_role_management_policy" "fail_group_without" {
  expect_failure = true
  attrs = {
    activation_rules = [{ require_multifactor_authentication = false }]
  }
}

resource "azuread_group_role_management_policy" "fail_group_unset" {
  expect_failure = true
  attrs = {
    activation_rules = [{ maximum_duration = "PT8H" }]
  }
}

resource "azuread_group_role_management_policy" "fail_group_no_rules" {
  expect_failure = true
  attrs = {
    role_id = "member"
  }
}

resource "azuread_group_role_management_policy" "fail_group_null" {
  expect_failure = true
  attrs = {
    activation_rules = [{ require_multifactor_authentication = null, required_conditional_access_authentication_context = null }]
  }
}
