policy_metadata "auth0-password-policy" {
  demand   = "password-policy"
  severity = "high"
  title = {
    de = "Auth0 verlangt starke Kennwörter nach NIST"
    en = "Auth0 asks for strong passwords as NIST does"
  }
  description = {
    de = "Datenbankverbindungen verlangen lange Kennwörter, vergleichen sie mit bekannten und lassen keine Namen zu. Was nicht im Code steht, behält der Mandant; nachweisen lässt es sich dann nicht."
    en = "Database connections ask for long passwords, compare them with known ones and accept no names. What is not in the code keeps the tenant's value, and cannot be shown then."
  }
  applies_to = [
    "resource_policy.auth0_connection.strict",
  ]
  inputs = {
    password_min_length = param.password_min_length
  }
  links = {
    "Provider argument"          = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/connection#password_policy"
    "Password strength in Auth0" = "https://auth0.com/docs/authenticate/database-connections/password-strength"
    "NIST SP 800-63B"            = "https://pages.nist.gov/800-63-4/sp800-63b.html"
  }

  fix "set-policy" {
    title = {
      de = "Kennwortregeln setzen"
      en = "Set the password rules"
    }
    action = "describe"
  }
}

policy_metadata "auth0-password-history" {
  demand   = "password-policy"
  severity = "low"
  title = {
    de = "Auth0 nimmt alte Kennwörter nicht wieder an"
    en = "Auth0 does not accept old passwords again"
  }
  description = {
    de = "Eine Kennworthistorie verhindert, dass ein altes Kennwort zurückkehrt. NIST verlangt sie nicht, deshalb ist dies ein Hinweis."
    en = "A password history keeps an old password from coming back. NIST does not ask for one, so this is advice."
  }
  applies_to = [
    "resource_policy.auth0_connection.history",
  ]
  links = {
    "Provider argument"          = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/connection#password_policy"
    "Password strength in Auth0" = "https://auth0.com/docs/authenticate/database-connections/password-strength"
    "NIST SP 800-63B"            = "https://pages.nist.gov/800-63-4/sp800-63b.html"
  }

  fix "enable-history" {
    title = {
      de = "Kennworthistorie einschalten"
      en = "Enable the password history"
    }
    action = "describe"
  }
}
