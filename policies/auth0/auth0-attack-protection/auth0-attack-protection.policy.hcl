# Auth0 blocks guessed and breached passwords.

policy {
  required_providers {
    auth0 = {
      source  = "auth0/auth0"
      version = ">= 1.0.0, < 2.0.0"
    }
  }
}

input "login_attempts_max" {
  type        = number
  description = "The most failed logins before an account is blocked."
  default     = 10
}

resource_policy "auth0_attack_protection" "brute_force_blocked" {
  locals {
    # Not set means block; an empty list only watches.
    shields  = core::try(attrs.brute_force_protection[0].shields, null)
    stated   = core::try(attrs.brute_force_protection[0].max_attempts, null)
    attempts = local.stated == null ? 10 : local.stated
    # Throttling blocks addresses that try many accounts; here, too, an empty list only watches.
    throttle = core::try(attrs.suspicious_ip_throttling[0].shields, null)
  }

  enforce {
    condition     = core::try(attrs.brute_force_protection[0].enabled, false) == true && (local.shields == null ? true : core::contains(local.shields, "block"))
    error_message = "Brute-force protection is off or does not block; passwords can be guessed."
  }

  enforce {
    condition     = local.attempts <= input.login_attempts_max
    error_message = "An account is blocked after ${local.attempts} failed logins only; at most ${input.login_attempts_max} are promised."
  }

  enforce {
    condition     = core::try(attrs.suspicious_ip_throttling[0].enabled, false) == true && (local.throttle == null ? true : core::contains(local.throttle, "block"))
    error_message = "Suspicious IP throttling is off or does not block; many accounts can be tried from one address."
  }
}

resource_policy "auth0_attack_protection" "breached_passwords_blocked" {
  enforce {
    # Detection without the shield "block" only tells.
    condition     = core::try(attrs.breached_password_detection[0].enabled, false) == true && core::contains(core::try([for s in attrs.breached_password_detection[0].shields : s], []), "block")
    error_message = "Passwords that are known from breaches are not blocked; NIST SP 800-63B asks for that."
  }
}

resource_policy "auth0_connection" "brute_force_blocked" {
  filter = attrs.strategy == "auth0"

  enforce {
    # Not set, a new connection is protected as the tenant is.
    condition     = core::try(attrs.options[0].brute_force_protection, true) != false
    error_message = "The connection switches brute-force protection off for its users."
  }
}
