policy_metadata "auth0-tenant-session-lifetimes" {
  demand   = "password-policy"
  severity = "medium"
  title = {
    de = "Auth0-Sitzungen enden rechtzeitig"
    en = "Auth0 sessions end in time"
  }
  description = {
    de = "NIST SP 800-63B verlangt, dass sich Benutzer in Abständen neu anmelden. Ohne Angabe behält der Mandant seinen Wert, der bis zu 30 Tage betragen kann; die Einheit ist Stunden."
    en = "NIST SP 800-63B wants users to sign in again from time to time. Left out, the tenant keeps its value, which may be up to 30 days; the unit is hours."
  }
  applies_to = [
    "resource_policy.auth0_tenant.sessions_end",
  ]
  links = {
    "Provider argument"         = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/tenant#session_lifetime"
    "Session lifetime in Auth0" = "https://auth0.com/docs/manage-users/sessions/session-lifetime-limits"
  }

  fix "set-lifetime" {
    title = {
      de = "Sitzungsdauer setzen"
      en = "Set the session lifetime"
    }
    action = "set_argument"
    path   = "session_lifetime"
    value  = 24
    safe   = false
  }
}

policy_metadata "auth0-tenant-legacy" {
  demand   = "least-privilege"
  severity = "medium"
  title = {
    de = "Auth0 lässt keine veralteten Anmeldewege zu"
    en = "Auth0 allows no outdated ways in"
  }
  description = {
    de = "Alte Grant-Typen umgehen den zweiten Faktor, und mit dynamischer Registrierung kann jeder eine Anwendung anlegen."
    en = "Old grant types go around the second factor, and dynamic registration lets anybody create an application."
  }
  applies_to = [
    "resource_policy.auth0_tenant.no_legacy_ways_in",
  ]
  links = {
    "Provider argument" = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/tenant#flags"
    "Legacy grants"     = "https://auth0.com/docs/get-started/applications/application-grant-types"
  }

  fix "drop-legacy" {
    title = {
      de = "Schalter entfernen"
      en = "Remove the flags"
    }
    action = "describe"
  }
}

policy_metadata "auth0-tenant-security-headers" {
  demand   = "hsts"
  severity = "medium"
  title = {
    de = "Die Auth0-Anmeldeseite sendet Sicherheitsheader"
    en = "The Auth0 login page sends security headers"
  }
  description = {
    de = "HSTS setzt Auth0 selbst; abschaltbar sind die Header gegen Clickjacking. Abmeldungen führen nur zu HTTPS-Adressen."
    en = "Auth0 sends HSTS by itself; what can be switched off are the headers against clickjacking. Logouts lead to HTTPS addresses only."
  }
  applies_to = [
    "resource_policy.auth0_tenant.security_headers",
  ]
  links = {
    "Provider argument"       = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/tenant#disable_clickjack_protection_headers"
    "Clickjacking protection" = "https://auth0.com/docs/customize/login-pages"
  }

  fix "keep-headers" {
    title = {
      de = "Header eingeschaltet lassen"
      en = "Keep the headers on"
    }
    action = "set_argument"
    path   = "flags[0].disable_clickjack_protection_headers"
    value  = false
    safe   = false
  }
}

policy_metadata "auth0-custom-domain-tls" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "Eigene Auth0-Domains verlangen TLS 1.2 oder neuer"
    en = "Custom Auth0 domains ask for TLS 1.2 or newer"
  }
  description = {
    de = "Die Richtlinie compatible lässt noch TLS 1.0 und 1.1 zu."
    en = "The policy \"compatible\" still accepts TLS 1.0 and 1.1."
  }
  applies_to = [
    "resource_policy.auth0_custom_domain.tls_1_2",
  ]
  links = {
    "Provider argument"              = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/custom_domain#tls_policy"
    "TLS versions of custom domains" = "https://auth0.com/docs/customize/custom-domains/self-managed-certificates/tls-ssl"
  }

  fix "recommended-policy" {
    title = {
      de = "Richtlinie recommended setzen"
      en = "Set the policy recommended"
    }
    action = "set_argument"
    path   = "tls_policy"
    value  = "recommended"
    safe   = false
  }
}
