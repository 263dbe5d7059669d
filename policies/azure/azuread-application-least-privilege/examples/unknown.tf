variable "permission" {
  description = "Id of the permission that the application asks for."
  type        = string
}

resource "azuread_application" "reports" {
  display_name = "reports"

  required_resource_access {
    resource_app_id = "00000003-0000-0000-c000-000000000000"

    resource_access {
      id   = var.permission
      type = "Role"
    }
  }
}
