# Applications in Entra ID have no more rights than needed.

policy {
  required_providers {
    azuread = {
      source  = "hashicorp/azuread"
      version = ">= 2.0.0, < 4.0.0"
    }
  }
}

locals {
  # Application permissions of Microsoft Graph with which an application can rule the directory or read all mail.
  graph_admin_roles = {
    "06b708a9-e830-4db3-a914-8e69da51d44f" = "AppRoleAssignment.ReadWrite.All"
    "19dbc75e-c2e2-444c-a770-ec69d8559fc7" = "Directory.ReadWrite.All"
    "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9" = "Application.ReadWrite.All"
    "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8" = "RoleManagement.ReadWrite.Directory"
    "e2a3a72e-5f79-4c64-b1b1-878b674786c9" = "Mail.ReadWrite"
  }
}

resource_policy "azuread_application" "own_users_only" {
  locals {
    # Not set means this directory only.
    stated   = core::try(attrs.sign_in_audience, null)
    audience = local.stated == null ? "AzureADMyOrg" : local.stated
  }

  enforce {
    condition     = core::contains(["AzureADMyOrg", "AzureADMultipleOrgs"], local.audience)
    error_message = "The application lets personal Microsoft accounts in (${core::valuetostring(local.audience)}); users are promised to be managed centrally."
  }

  enforce {
    condition     = core::try(attrs.fallback_public_client_enabled, false) != true
    error_message = "The application is a public client: password and device code flows go around the second factor."
  }

  enforce {
    condition     = core::try(attrs.web[0].implicit_grant[0].access_token_issuance_enabled, false) != true
    error_message = "The application hands out access tokens in the browser's address (implicit grant)."
  }
}

resource_policy "azuread_application" "no_directory_admin" {
  locals {
    roles = core::flatten([
      for a in core::try([for a in attrs.required_resource_access : a], []) : [for r in a.resource_access : r.id if r.type == "Role"]
    ])
  }

  enforce {
    condition     = core::alltrue([for r in local.roles : !core::contains(core::keys(local.graph_admin_roles), r)])
    error_message = "The application asks for ${core::join(", ", [for r in local.roles : local.graph_admin_roles[r] if core::contains(core::keys(local.graph_admin_roles), r)])}; least privilege is promised."
  }
}

resource_policy "azuread_app_role_assignment" "no_directory_admin" {
  enforce {
    condition     = !core::contains(core::keys(local.graph_admin_roles), attrs.app_role_id)
    error_message = "The application is given ${core::try(local.graph_admin_roles[attrs.app_role_id], "")}; least privilege is promised."
  }
}

resource_policy "azuread_application_federated_identity_credential" "bound_to_a_branch" {
  enforce {
    # Pull requests run code that nobody has reviewed yet.
    condition     = !core::contains_substring(attrs.subject, "*") && !core::endswith(attrs.subject, ":pull_request")
    error_message = "The subject ${core::valuetostring(attrs.subject)} lets code in that nobody has approved; bind it to a branch or an environment."
  }
}

resource_policy "azuread_application_flexible_federated_identity_credential" "bound_to_a_repository" {
  enforce {
    condition     = !core::regex_match(attrs.claims_matching_expression, "matches\\s+'(\\*|repo:\\*)")
    error_message = "The expression ${core::valuetostring(attrs.claims_matching_expression)} accepts every repository; bind it to one."
  }
}
