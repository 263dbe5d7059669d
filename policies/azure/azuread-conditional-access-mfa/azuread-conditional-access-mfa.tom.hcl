policy_metadata "azuread-conditional-access-mfa" {
  demand   = "mfa"
  severity = "high"
  title = {
    de = "Der bedingte Zugriff verlangt wirklich einen zweiten Faktor"
    en = "Conditional access really asks for a second factor"
  }
  description = {
    de = "Richtlinien, die einen zweiten Faktor verlangen, sind eingeschaltet und nicht im Berichtsmodus. Mit OR verknüpfte Kontrollen ersetzen den zweiten Faktor, und ein Stärkegrad darf keinen einzelnen Faktor zulassen."
    en = "Policies that ask for a second factor are enabled and not in report-only mode. Controls joined with OR replace the second factor, and an authentication strength must not accept a single factor."
  }
  applies_to = [
    "resource_policy.azuread_conditional_access_policy.mfa_enforced",
    "resource_policy.azuread_authentication_strength_policy.two_factors",
    "resource_policy.azuread_group_role_management_policy.mfa_on_activation",
  ]
  links = {
    "Provider argument"                          = "https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/conditional_access_policy#grant_controls"
    "Conditional access: MFA for administrators" = "https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-old-require-mfa-admin"
  }

  fix "enforce-policy" {
    title = {
      de = "Richtlinie einschalten"
      en = "Enable the policy"
    }
    action = "describe"
  }
}

policy_metadata "azuread-conditional-access-exceptions" {
  demand   = "mfa"
  severity = "medium"
  title = {
    de = "Ausnahmen vom zweiten Faktor bleiben auf Notfallkonten beschränkt"
    en = "Exceptions from the second factor are break-glass accounts only"
  }
  description = {
    de = "Ausgeschlossene Gruppen, Rollen, Anwendungen und vertrauenswürdige Netze sind offene Türen: Wer hineingerät, meldet sich ohne zweiten Faktor an."
    en = "Groups, roles, applications and trusted networks that are left out are open doors: whoever gets in signs in without a second factor."
  }
  applies_to = [
    "resource_policy.azuread_conditional_access_policy.few_exceptions",
  ]
  links = {
    "Provider argument"                          = "https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/conditional_access_policy#grant_controls"
    "Conditional access: MFA for administrators" = "https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-old-require-mfa-admin"
    "Emergency access accounts"                  = "https://learn.microsoft.com/en-us/entra/identity/role-based-access-control/security-emergency-access"
  }

  fix "remove-exceptions" {
    title = {
      de = "Ausnahmen auf Notfallkonten beschränken"
      en = "Restrict exceptions to break-glass accounts"
    }
    action = "describe"
  }
}

presence "azuread-conditional-access-mfa-present" {
  demand   = "mfa"
  severity = "high"
  title = {
    de = "Wo Entra ID verwaltet wird, verlangt eine Richtlinie einen zweiten Faktor"
    en = "Where Entra ID is managed, a policy asks for a second factor"
  }
  description = {
    de = "Ein Root-Modul, das bedingten Zugriff oder Verzeichnisrollen verwaltet, enthält eine eingeschaltete Richtlinie, die alle oder die Administratoren nach einem zweiten Faktor fragt."
    en = "A root module that manages conditional access or directory roles has an enabled policy that asks everybody, or the administrators, for a second factor."
  }
  enforcement_level = "mandatory"
  per               = "world"
  links = {
    "Provider argument"                          = "https://registry.terraform.io/providers/hashicorp/azuread/latest/docs/resources/conditional_access_policy#grant_controls"
    "Conditional access: MFA for administrators" = "https://learn.microsoft.com/en-us/entra/identity/conditional-access/policy-old-require-mfa-admin"
  }

  when "azuread_conditional_access_policy" {}
  when "azuread_directory_role" {}
  when "azuread_directory_role_assignment" {}

  expect "azuread_conditional_access_policy" {
    filter = attrs.state == "enabled" && (core::contains(core::try([for c in attrs.grant_controls[0].built_in_controls : c], []), "mfa") || core::try(attrs.grant_controls[0].authentication_strength_policy_id, null) != null) && (core::contains(core::try([for u in attrs.conditions[0].users[0].included_users : u], []), "All") || core::try(core::length(attrs.conditions[0].users[0].included_roles), 0) > 0)
  }

  fix "add-policy" {
    title = {
      de = "Richtlinie mit zweitem Faktor ergänzen"
      en = "Add a policy that asks for a second factor"
    }
    action = "describe"
  }
}
