policy_metadata "azure-role-assignment-least-privilege" {
  demand   = "least-privilege"
  severity = "high"
  title = {
    de = "Niemand hat Adminrechte auf ein ganzes Azure-Abonnement"
    en = "Nobody has admin rights on a whole Azure subscription"
  }
  description = {
    de = "Owner, Contributor und Rollen, die Rechte vergeben, gehören auf eine Ressourcengruppe oder enger, nicht auf ein Abonnement oder eine Verwaltungsgruppe. Die wenigen Ausnahmen sind als Ausnahme festzuhalten."
    en = "Owner, Contributor and roles that hand out rights belong on a resource group or closer, not on a subscription or a management group. Record the few exceptions as waivers."
  }
  applies_to = [
    "resource_policy.azurerm_role_assignment.no_wide_admin",
  ]
  links = {
    "Provider argument"             = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/role_assignment#role_definition_name-1"
    "Best practices for Azure RBAC" = "https://learn.microsoft.com/en-us/azure/role-based-access-control/best-practices"
  }

  fix "narrow-scope" {
    title = {
      de = "Rolle auf die Ressourcengruppe beschränken"
      en = "Narrow the assignment to the resource group"
    }
    action = "describe"
  }
}

policy_metadata "azure-role-definition-wildcard" {
  demand   = "least-privilege"
  severity = "high"
  title = {
    de = "Eigene Azure-Rollen erlauben nicht alles"
    en = "Custom Azure roles do not allow everything"
  }
  description = {
    de = "Eine Rolle mit der Aktion * oder mit Schreibrecht auf Rollenzuweisungen kann sich jedes weitere Recht selbst geben."
    en = "A role with the action *, or with the right to write role assignments, can give itself every other right."
  }
  applies_to = [
    "resource_policy.azurerm_role_definition.no_wildcard",
  ]
  links = {
    "Provider argument" = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/role_definition#actions-1"
    "Custom roles"      = "https://learn.microsoft.com/en-us/azure/role-based-access-control/custom-roles"
  }

  fix "list-actions" {
    title = {
      de = "Benötigte Aktionen einzeln nennen"
      en = "List the actions that are needed"
    }
    action = "describe"
  }
}
