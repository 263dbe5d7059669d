policy_metadata "azuread-application-least-privilege" {
  demand   = "least-privilege"
  severity = "high"
  title = {
    de = "Anwendungen in Entra ID herrschen nicht über das Verzeichnis"
    en = "Applications in Entra ID do not rule the directory"
  }
  description = {
    de = "Einige Anwendungsberechtigungen von Microsoft Graph machen eine Anwendung zum Administrator oder lassen sie alle Postfächer lesen. Anwendungen, die aus einer Pipeline kommen, sind an einen geprüften Branch oder eine Umgebung gebunden."
    en = "Some application permissions of Microsoft Graph make an application an administrator or let it read all mailboxes. Applications that a pipeline signs in to are bound to a reviewed branch or an environment."
  }
  applies_to = [
    "resource_policy.azuread_application.no_directory_admin",
    "resource_policy.azuread_app_role_assignment.no_directory_admin",
    "resource_policy.azuread_application_federated_identity_credential.bound_to_a_branch",
    "resource_policy.azuread_application_flexible_federated_identity_credential.bound_to_a_repository",
  ]
  links = {
    "Provider argument"              = "https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/application#required_resource_access"
    "Permissions of Microsoft Graph" = "https://learn.microsoft.com/en-us/graph/permissions-reference"
  }

  fix "narrow-permission" {
    title = {
      de = "Engere Berechtigung wählen"
      en = "Choose a narrower permission"
    }
    action = "describe"
  }
}

policy_metadata "azuread-application-audience" {
  demand   = "least-privilege"
  severity = "medium"
  title = {
    de = "Anwendungen in Entra ID lassen nur verwaltete Benutzer ein"
    en = "Applications in Entra ID let managed users in only"
  }
  description = {
    de = "Private Microsoft-Konten, öffentliche Clients und der implizite Fluss umgehen die zentrale Anmeldung mit zweitem Faktor."
    en = "Personal Microsoft accounts, public clients and the implicit flow go around the central sign-in with a second factor."
  }
  applies_to = [
    "resource_policy.azuread_application.own_users_only",
  ]
  links = {
    "Provider argument" = "https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/application#sign_in_audience"
    "Account types"     = "https://learn.microsoft.com/en-us/entra/identity-platform/supported-accounts-validation"
  }

  fix "restrict-audience" {
    title = {
      de = "Zielgruppe auf Organisationskonten beschränken"
      en = "Restrict the audience to work accounts"
    }
    action = "set_argument"
    path   = "sign_in_audience"
    value  = "AzureADMyOrg"
    safe   = false
  }
}
