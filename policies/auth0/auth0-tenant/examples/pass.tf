resource "auth0_tenant" "main" {
  friendly_name         = "Example"
  session_lifetime      = 24
  idle_session_lifetime = 8
}
