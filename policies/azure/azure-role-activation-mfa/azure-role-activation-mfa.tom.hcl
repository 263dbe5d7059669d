policy_metadata "azure-role-activation-mfa" {
  demand   = "mfa"
  severity = "high"
  title = {
    de = "Privilegierte Azure-Rollen werden mit zweitem Faktor aktiviert"
    en = "Privileged Azure roles are activated with a second factor"
  }
  description = {
    de = "Wer eine Rolle über Privileged Identity Management aktiviert, weist sich mit einem zweiten Faktor aus."
    en = "Whoever activates a role with Privileged Identity Management proves it with a second factor."
  }
  links = {
    "Provider argument"    = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/role_management_policy#require_multifactor_authentication-1"
    "Role settings in PIM" = "https://learn.microsoft.com/en-us/entra/id-governance/privileged-identity-management/pim-resource-roles-configure-role-settings"
  }

  fix "require-mfa" {
    title = {
      de = "Zweiten Faktor bei der Aktivierung verlangen"
      en = "Require a second factor on activation"
    }
    action = "set_argument"
    path   = "activation_rules[0].require_multifactor_authentication"
    value  = true
    safe   = false
  }
}
