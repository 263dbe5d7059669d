resource "auth0_tenant" "main" {
  friendly_name         = "Example"
  session_lifetime      = 720
  idle_session_lifetime = 168

  flags {
    disable_clickjack_protection_headers = true
  }
}
