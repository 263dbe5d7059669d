policy_metadata "auth0-guardian-mfa" {
  demand   = "mfa"
  severity = "high"
  title = {
    de = "Auth0 verlangt einen zweiten Faktor"
    en = "Auth0 asks for a second factor"
  }
  description = {
    de = "Die Richtlinie all-applications fragt jede Anmeldung nach einem zweiten Faktor. Eine Post-Login-Action kann stattdessen entscheiden; dann ist ihr Code zu prüfen, und diese Regel weist nichts nach."
    en = "The policy all-applications asks every login for a second factor. A post-login action may decide instead; then its code has to be read, and this policy proves nothing."
  }
  applies_to = [
    "resource_policy.auth0_guardian.always_asked",
  ]
  links = {
    "Provider argument"                    = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/guardian#policy"
    "Multi-factor authentication in Auth0" = "https://auth0.com/docs/secure/multi-factor-authentication/enable-mfa"
  }

  fix "always-ask" {
    title = {
      de = "Immer nach einem zweiten Faktor fragen"
      en = "Always ask for a second factor"
    }
    action = "set_argument"
    path   = "policy"
    value  = "all-applications"
    safe   = false
  }
}

policy_metadata "auth0-guardian-factors" {
  demand   = "mfa"
  severity = "high"
  title = {
    de = "In Auth0 ist ein starker zweiter Faktor eingeschaltet"
    en = "A strong second factor is enabled in Auth0"
  }
  description = {
    de = "Einmalkennwörter, Sicherheitsschlüssel, Gerätebiometrie oder Push sind verfügbar. SMS und E-Mail allein genügen nicht."
    en = "One-time passwords, security keys, device biometrics or push are available. SMS and mail alone are not enough."
  }
  applies_to = [
    "resource_policy.auth0_guardian.factor_enabled",
  ]
  links = {
    "Provider argument"                    = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/guardian#policy"
    "Multi-factor authentication in Auth0" = "https://auth0.com/docs/secure/multi-factor-authentication/enable-mfa"
    "NIST SP 800-63B"                      = "https://pages.nist.gov/800-63-4/sp800-63b.html"
  }

  fix "enable-otp" {
    title = {
      de = "Einmalkennwörter einschalten"
      en = "Enable one-time passwords"
    }
    action = "set_argument"
    path   = "otp"
    value  = true
    safe   = false
  }
}

presence "auth0-guardian-present" {
  demand   = "mfa"
  severity = "high"
  title = {
    de = "Wo ein Auth0-Mandant verwaltet wird, ist der zweite Faktor geregelt"
    en = "Where an Auth0 tenant is managed, the second factor is"
  }
  description = {
    de = "Ohne auth0_guardian behält der Mandant, was von Hand eingestellt ist, und niemand kann es im Code nachweisen."
    en = "Without auth0_guardian the tenant keeps what was set by hand, and nobody can show it in code."
  }
  enforcement_level = "mandatory"
  per               = "world"
  links = {
    "Provider argument"                    = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/guardian#policy"
    "Multi-factor authentication in Auth0" = "https://auth0.com/docs/secure/multi-factor-authentication/enable-mfa"
  }

  when "auth0_tenant" {}

  expect "auth0_guardian" {}

  fix "add-guardian" {
    title = {
      de = "auth0_guardian ergänzen"
      en = "Add auth0_guardian"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "auth0_guardian" "tenant" {
        policy = "all-applications"
        otp    = true
      }
    EOT
    safe    = false
  }
}
