variable "policy" {
  description = "When Auth0 asks for a second factor."
  type        = string
}

resource "auth0_guardian" "tenant" {
  policy = var.policy
  otp    = true

  webauthn_roaming {
    enabled           = true
    user_verification = "required"
  }
}
