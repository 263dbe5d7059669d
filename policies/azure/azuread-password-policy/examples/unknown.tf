variable "lifetime" {
  description = "How long the password is valid."
  type        = string
}

resource "azuread_application" "ci" {
  display_name = "ci"
}

resource "azuread_application_password" "ci" {
  application_id    = azuread_application.ci.id
  end_date_relative = var.lifetime
}
