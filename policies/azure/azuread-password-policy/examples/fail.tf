resource "azuread_application" "ci" {
  display_name = "ci"
}

resource "azuread_application_password" "ci" {
  application_id = azuread_application.ci.id
}

resource "azuread_user" "support" {
  user_principal_name = "support@example.org"
  display_name        = "Support"
  password            = "not-a-real-password"
}
