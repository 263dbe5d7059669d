resource "auth0_guardian" "tenant" {
  policy = "all-applications"
  otp    = true

  webauthn_roaming {
    enabled           = true
    user_verification = "required"
  }
}
