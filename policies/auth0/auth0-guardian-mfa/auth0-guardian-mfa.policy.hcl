# Auth0 asks for a second factor.

policy {
  required_providers {
    auth0 = {
      source  = "auth0/auth0"
      version = ">= 1.0.0, < 2.0.0"
    }
  }
}

locals {
  # An action may ask for the second factor after the login, for instance of administrators alone. What it does is code, so
  # the tenant's own policy is not judged then, and nothing is proven either.
  mfa_actions = [
    for a in core::getresources("auth0_action", {}) :
    core::try(a.deploy, false) == true && core::anytrue([for t in a.supported_triggers : t.id == "post-login"]) && core::contains_substring(a.code, "multifactor.enable")
  ]
}

resource_policy "auth0_guardian" "always_asked" {
  filter = !core::anytrue(local.mfa_actions)

  enforce {
    # "confidence-score" lets known devices in without a second factor.
    condition     = attrs.policy == "all-applications"
    error_message = "The policy ${core::valuetostring(attrs.policy)} does not always ask for a second factor; \"all-applications\" does."
  }
}

resource_policy "auth0_guardian" "factor_enabled" {
  locals {
    # Codes by SMS and mail are no factors of their own; NIST SP 800-63B restricts the one and rules the other out.
    factors = [
      core::try(attrs.otp, false) == true,
      core::try(attrs.webauthn_roaming[0].enabled, false) == true,
      core::try(attrs.webauthn_platform[0].enabled, false) == true,
      core::try(attrs.push[0].enabled, false) == true,
      core::try(attrs.duo[0].enabled, false) == true,
    ]
  }

  enforce {
    condition     = core::anytrue(local.factors)
    error_message = "No second factor but SMS or mail is enabled, so there is none to ask for."
  }

  enforce {
    condition     = core::try(attrs.email, false) != true
    error_message = "Codes by mail count as a second factor; whoever reads the mailbox has both."
  }
}
