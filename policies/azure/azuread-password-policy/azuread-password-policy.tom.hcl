policy_metadata "azuread-credential-expiry" {
  demand   = "password-policy"
  severity = "high"
  title = {
    de = "Zugangsdaten von Anwendungen in Entra ID laufen ab"
    en = "Credentials of applications in Entra ID expire"
  }
  description = {
    de = "Kennwörter und Zertifikate von Anwendungen haben ein Ende. Ohne Angabe gelten sie zwei Jahre; ein Datum wie 2299 heißt nie."
    en = "Passwords and certificates of applications have an end. Left out, they are valid for two years; a date such as 2299 means never."
  }
  applies_to = [
    "resource_policy.azuread_*.credential_expires",
    "resource_policy.azuread_application.credential_expires",
  ]
  inputs = {
    credential_max_days = param.key_rotation_max_days
  }
  links = {
    "Provider argument"           = "https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/application_password#end_date"
    "Credentials of applications" = "https://learn.microsoft.com/en-us/entra/identity/enterprise-apps/configure-app-management-policies"
  }

  fix "set-end" {
    title = {
      de = "Ablauf setzen"
      en = "Set an end"
    }
    action = "describe"
  }

  version_note ">= 3.0.0" {
    provider = "hashicorp/azuread"
    note = {
      de = "end_date_relative ist veraltet; time_rotating liefert ein Enddatum, das mitwandert."
      en = "end_date_relative is deprecated; time_rotating gives an end that moves along."
    }
  }
}

policy_metadata "azuread-user-first-password" {
  demand   = "default-credentials"
  severity = "high"
  title = {
    de = "Erste Kennwörter in Entra ID müssen geändert werden"
    en = "First passwords in Entra ID must be changed"
  }
  description = {
    de = "Wer ein Kennwort vorgibt, kennt es. Der Benutzer ändert es bei der ersten Anmeldung."
    en = "Whoever sets a password knows it. The user changes it at the first sign-in."
  }
  applies_to = [
    "resource_policy.azuread_user.first_password_changed",
  ]
  links = {
    "Provider argument"             = "https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/user#force_password_change"
    "Password policies in Entra ID" = "https://learn.microsoft.com/en-us/entra/identity/authentication/concept-sspr-policy"
  }

  fix "force-change" {
    title = {
      de = "Änderung bei der ersten Anmeldung erzwingen"
      en = "Force a change at the first sign-in"
    }
    action = "set_argument"
    path   = "force_password_change"
    value  = true
    safe   = false
  }
}

policy_metadata "azuread-user-strong-password" {
  demand   = "password-policy"
  severity = "high"
  title = {
    de = "Entra ID nimmt keine schwachen Kennwörter an"
    en = "Entra ID accepts no weak passwords"
  }
  description = {
    de = "Die Prüfung auf starke Kennwörter bleibt eingeschaltet. Ein erzwungener Ablauf wird nicht verlangt; NIST SP 800-63B rät davon ab."
    en = "The check for strong passwords stays on. Forced expiry is not asked for; NIST SP 800-63B advises against it."
  }
  applies_to = [
    "resource_policy.azuread_user.strong_password",
  ]
  links = {
    "Provider argument"             = "https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/user#disable_strong_password"
    "Password policies in Entra ID" = "https://learn.microsoft.com/en-us/entra/identity/authentication/concept-sspr-policy"
  }

  fix "strong-passwords" {
    title = {
      de = "Prüfung auf starke Kennwörter einschalten"
      en = "Switch the check for strong passwords on"
    }
    action = "remove_argument"
    path   = "disable_strong_password"
    safe   = false
  }
}
