resource "auth0_guardian" "tenant" {
  policy = "never"
  otp    = false

  webauthn_roaming {
    enabled           = false
    user_verification = "required"
  }
}
