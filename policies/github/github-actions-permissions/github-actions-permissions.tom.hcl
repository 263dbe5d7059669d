policy_metadata "github-actions-permissions" {
  demand   = "least-privilege"
  severity = "medium"
  title = {
    de = "GitHub-Workflows haben nur die nötigen Rechte"
    en = "GitHub workflows have only the rights they need"
  }
  description = {
    de = "Das Token eines Workflows darf von Haus aus nur lesen, es laufen nur bekannte Actions, und eigene Runner nehmen keinen fremden Code an."
    en = "By default the token of a workflow may only read, only known actions run, and self-hosted runners take no code of strangers."
  }
  applies_to = [
    "resource_policy.github_*.token_reads",
    "resource_policy.github_actions_*_permissions.known_actions",
    "resource_policy.github_actions_runner_group.no_public_repositories",
  ]
  links = {
    "Provider argument"                 = "https://registry.terraform.io/providers/integrations/github/latest/docs/resources/workflow_repository_permissions#default_workflow_permissions"
    "Permissions of the workflow token" = "https://docs.github.com/en/actions/tutorials/authenticate-with-github_token"
  }

  fix "read-only-token" {
    title = {
      de = "Token nur lesen lassen"
      en = "Let the token read only"
    }
    action = "describe"
  }
}

policy_metadata "github-actions-approval" {
  demand   = "four-eyes"
  severity = "high"
  title = {
    de = "GitHub-Workflows geben keine Änderungen frei"
    en = "GitHub workflows approve no changes"
  }
  description = {
    de = "Darf ein Workflow Pull Requests freigeben, ersetzt er die zweite Person."
    en = "A workflow that may approve pull requests replaces the second person."
  }
  applies_to = [
    "resource_policy.github_*.token_does_not_approve",
  ]
  links = {
    "Provider argument"                 = "https://registry.terraform.io/providers/integrations/github/latest/docs/resources/workflow_repository_permissions#can_approve_pull_request_reviews"
    "Permissions of the workflow token" = "https://docs.github.com/en/actions/tutorials/authenticate-with-github_token"
  }

  fix "forbid-approval" {
    title = {
      de = "Freigabe durch Workflows verbieten"
      en = "Forbid approval by workflows"
    }
    action = "set_argument"
    path   = "can_approve_pull_request_reviews"
    value  = false
    safe   = false
  }
}

policy_metadata "github-write-access" {
  demand   = "least-privilege"
  severity = "medium"
  title = {
    de = "Schreibrechte auf GitHub werden einzeln vergeben"
    en = "Write access on GitHub is given one by one"
  }
  description = {
    de = "Mitglieder haben von Haus aus höchstens Leserecht, und Deploy-Keys, die keiner Person gehören, dürfen nicht schreiben."
    en = "By default members may read at most, and deploy keys, which belong to no person, may not write."
  }
  applies_to = [
    "resource_policy.github_repository_deploy_key.read_only",
    "resource_policy.github_organization_settings.members_read",
  ]
  links = {
    "Provider argument" = "https://registry.terraform.io/providers/integrations/github/latest/docs/resources/organization_settings#default_repository_permission"
    "Deploy keys"       = "https://docs.github.com/en/authentication/connecting-to-github-with-ssh/managing-deploy-keys"
  }

  fix "read-only" {
    title = {
      de = "Auf Leserecht beschränken"
      en = "Restrict to reading"
    }
    action = "describe"
  }
}
