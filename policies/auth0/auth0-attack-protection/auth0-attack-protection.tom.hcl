policy_metadata "auth0-brute-force-protection" {
  demand   = "password-policy"
  severity = "high"
  title = {
    de = "Auth0 sperrt das Durchprobieren von Kennwörtern"
    en = "Auth0 blocks the guessing of passwords"
  }
  description = {
    de = "Der Schutz ist eingeschaltet und sperrt wirklich: Eine leere Liste von Maßnahmen beobachtet nur. Einzelne Verbindungen dürfen ihn nicht abschalten."
    en = "The protection is on and really blocks: an empty list of shields only watches. Single connections must not switch it off."
  }
  applies_to = [
    "resource_policy.auth0_attack_protection.brute_force_blocked",
    "resource_policy.auth0_connection.brute_force_blocked",
  ]
  links = {
    "Provider argument"          = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/attack_protection#brute_force_protection"
    "Attack protection in Auth0" = "https://auth0.com/docs/secure/attack-protection"
  }

  fix "block-guessing" {
    title = {
      de = "Schutz einschalten und sperren lassen"
      en = "Switch the protection on and let it block"
    }
    action = "describe"
  }
}

policy_metadata "auth0-breached-passwords" {
  demand   = "password-policy"
  severity = "high"
  title = {
    de = "Auth0 weist bekannt gewordene Kennwörter ab"
    en = "Auth0 refuses breached passwords"
  }
  description = {
    de = "Kennwörter aus bekannten Datenlecks werden gesperrt und nicht nur gemeldet."
    en = "Passwords from known breaches are blocked and not only reported."
  }
  applies_to = [
    "resource_policy.auth0_attack_protection.breached_passwords_blocked",
  ]
  links = {
    "Provider argument"          = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/attack_protection#brute_force_protection"
    "Attack protection in Auth0" = "https://auth0.com/docs/secure/attack-protection"
    "NIST SP 800-63B"            = "https://pages.nist.gov/800-63-4/sp800-63b.html"
  }

  fix "block-breached" {
    title = {
      de = "Bekannt gewordene Kennwörter sperren"
      en = "Block breached passwords"
    }
    action = "describe"
  }
}

presence "auth0-attack-protection-present" {
  demand   = "password-policy"
  severity = "medium"
  title = {
    de = "Wo ein Auth0-Mandant verwaltet wird, ist sein Angriffsschutz geregelt"
    en = "Where an Auth0 tenant is managed, its attack protection is"
  }
  description = {
    de = "Ohne auth0_attack_protection behält der Mandant, was von Hand eingestellt ist, und niemand kann es im Code nachweisen."
    en = "Without auth0_attack_protection the tenant keeps what was set by hand, and nobody can show it in code."
  }
  enforcement_level = "mandatory"
  per               = "world"
  links = {
    "Provider argument"          = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/attack_protection#brute_force_protection"
    "Attack protection in Auth0" = "https://auth0.com/docs/secure/attack-protection"
  }

  when "auth0_tenant" {}

  expect "auth0_attack_protection" {}
}
