policy_metadata "github-environment-reviewers" {
  demand   = "four-eyes"
  severity = "high"
  title = {
    de = "Produktive GitHub-Deployments gibt eine zweite Person frei"
    en = "A second person approves GitHub deployments to production"
  }
  description = {
    de = "Produktionsumgebungen nennen Prüfer, und wer ein Deployment auslöst, gibt es nicht selbst frei. Welche Namen als produktiv gelten, sagt ein Muster."
    en = "Production environments name reviewers, and whoever starts a deployment does not approve it. A pattern says which names count as production."
  }
  applies_to = [
    "resource_policy.github_repository_environment.deployment_approved",
  ]
  links = {
    "Provider argument"           = "https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository_environment#reviewers"
    "Deployment protection rules" = "https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments"
  }

  fix "add-reviewers" {
    title = {
      de = "Prüfer eintragen und Selbstfreigabe verhindern"
      en = "Name reviewers and prevent self-review"
    }
    action = "describe"
  }
}

policy_metadata "github-environment-bypass" {
  demand   = "four-eyes"
  severity = "medium"
  title = {
    de = "An der Freigabe produktiver GitHub-Deployments führt kein Weg vorbei"
    en = "Nothing leads around the approval of GitHub deployments"
  }
  description = {
    de = "Administratoren umgehen die Freigabe nicht, und nur geschützte oder ausgewählte Branches werden ausgeliefert."
    en = "Administrators do not go around the approval, and only protected or selected branches are deployed."
  }
  applies_to = [
    "resource_policy.github_repository_environment.no_way_around",
  ]
  links = {
    "Provider argument"           = "https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository_environment#can_admins_bypass"
    "Deployment protection rules" = "https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments"
  }

  fix "no-bypass" {
    title = {
      de = "Umgehung abschalten und Branches beschränken"
      en = "Switch the bypass off and restrict branches"
    }
    action = "describe"
  }
}
