variable "session_hours" {
  description = "Hours until a session ends."
  type        = number
}

resource "auth0_tenant" "main" {
  friendly_name         = "Example"
  session_lifetime      = var.session_hours
  idle_session_lifetime = 8
}
