policytest {
  targets = ["azuread-application-least-privilege.policy.hcl"]
}

resource "azuread_application" "pass_plain" {
  attrs = {
    display_name = "shop"
  }
}

resource "azuread_application" "pass_single_tenant" {
  attrs = {
    sign_in_audience = "AzureADMyOrg"
  }
}

resource "azuread_application" "pass_partners" {
  attrs = {
    sign_in_audience = "AzureADMultipleOrgs"
  }
}

resource "azuread_application" "fail_personal_accounts" {
  expect_failure = true
  attrs = {
    sign_in_audience = "AzureADandPersonalMicrosoftAccount"
  }
}

resource "azuread_application" "fail_implicit" {
  expect_failure = true
  attrs = {
    web = [{ implicit_grant = [{ access_token_issuance_enabled = true }] }]
  }
}

resource "azuread_application" "pass_no_implicit" {
  attrs = {
    web = [{ implicit_grant = [{ access_token_issuance_enabled = false }] }]
  }
}

resource "azuread_application" "fail_public_client" {
  expect_failure = true
  attrs = {
    fallback_public_client_enabled = true
  }
}

resource "azuread_application" "pass_null_audience" {
  attrs = {
    sign_in_audience = null
  }
}

resource "azuread_application" "fail_asks_for_application_readwrite_all" {
  expect_failure = true
  attrs = {
    required_resource_access = [{ resource_app_id = "00000003-0000-0000-c000-000000000000", resource_access = [{ id = "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9", type = "Role" }] }]
  }
}

resource "azuread_app_role_assignment" "fail_grants_application_readwrite_all" {
  expect_failure = true
  attrs = {
    app_role_id = "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9"
  }
}

resource "azuread_application" "fail_asks_for_approleassignment_readwrite_all" {
  expect_failure = true
  attrs = {
    required_resource_access = [{ resource_app_id = "00000003-0000-0000-c000-000000000000", resource_access = [{ id = "06b708a9-e830-4db3-a914-8e69da51d44f", type = "Role" }] }]
  }
}

resource "azuread_app_role_assignment" "fail_grants_approleassignment_readwrite_all" {
  expect_failure = true
  attrs = {
    app_role_id = "06b708a9-e830-4db3-a914-8e69da51d44f"
  }
}

resource "azuread_application" "fail_asks_for_directory_readwrite_all" {
  expect_failure = true
  attrs = {
    required_resource_access = [{ resource_app_id = "00000003-0000-0000-c000-000000000000", resource_access = [{ id = "19dbc75e-c2e2-444c-a770-ec69d8559fc7", type = "Role" }] }]
  }
}

resource "azuread_app_role_assignment" "fail_grants_directory_readwrite_all" {
  expect_failure = true
  attrs = {
    app_role_id = "19dbc75e-c2e2-444c-a770-ec69d8559fc7"
  }
}

resource "azuread_application" "fail_asks_for_mail_readwrite" {
  expect_failure = true
  attrs = {
    required_resource_access = [{ resource_app_id = "00000003-0000-0000-c000-000000000000", resource_access = [{ id = "e2a3a72e-5f79-4c64-b1b1-878b674786c9", type = "Role" }] }]
  }
}

resource "azuread_app_role_assignment" "fail_grants_mail_readwrite" {
  expect_failure = true
  attrs = {
    app_role_id = "e2a3a72e-5f79-4c64-b1b1-878b674786c9"
  }
}

resource "azuread_application" "fail_asks_for_rolemanagement_readwrite_directory" {
  expect_failure = true
  attrs = {
    required_resource_access = [{ resource_app_id = "00000003-0000-0000-c000-000000000000", resource_access = [{ id = "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8", type = "Role" }] }]
  }
}

resource "azuread_app_role_assignment" "fail_grants_rolemanagement_readwrite_directory" {
  expect_failure = true
  attrs = {
    app_role_id = "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8"
  }
}

resource "azuread_application" "pass_asks_for_user_read" {
  attrs = {
    required_resource_access = [{ resource_app_id = "00000003-0000-0000-c000-000000000000", resource_access = [{ id = "e1fe6dd8-ba31-4d61-89e7-88639da4683d", type = "Scope" }] }]
  }
}

resource "azuread_application" "pass_asks_on_behalf_of_users" {
  attrs = {
    required_resource_access = [{ resource_app_id = "00000003-0000-0000-c000-000000000000", resource_access = [{ id = "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9", type = "Scope" }] }]
  }
}

resource "azuread_app_role_assignment" "pass_grants_own_role" {
  attrs = {
    app_role_id = "11111111-1111-1111-1111-111111111111"
  }
}

# Federation: bound to one repository and branch or environment.
resource "azuread_application_federated_identity_credential" "pass_environment" {
  attrs = {
    subject = "repo:example/shop:environment:production"
  }
}

resource "azuread_application_federated_identity_credential" "pass_branch" {
  attrs = {
    subject = "repo:example/shop:ref:refs/heads/main"
  }
}

resource "azuread_application_federated_identity_credential" "fail_wildcard" {
  expect_failure = true
  attrs = {
    subject = "repo:example/*"
  }
}

resource "azuread_application_federated_identity_credential" "fail_pull_requests" {
  expect_failure = true
  attrs = {
    subject = "repo:example/shop:pull_request"
  }
}

resource "azuread_application_flexible_federated_identity_credential" "pass_one_repository" {
  attrs = {
    claims_matching_expression = "claims['sub'] matches 'repo:example/shop:ref:refs/heads/*'"
  }
}

resource "azuread_application_flexible_federated_identity_credential" "fail_every_subject" {
  expect_failure = true
  attrs = {
    claims_matching_expression = "claims['sub'] matches '*'"
  }
}

resource "azuread_application_flexible_federated_identity_credential" "fail_every_repository" {
  expect_failure = true
  attrs = {
    claims_matching_expression = "claims['sub'] matches 'repo:*'"
  }
}
