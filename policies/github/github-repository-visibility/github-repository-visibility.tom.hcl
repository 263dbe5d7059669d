policy_metadata "github-repository-visibility" {
  demand   = "no-public-access"
  severity = "high"
  title = {
    de = "GitHub-Repositories sind nicht öffentlich"
    en = "GitHub repositories are not public"
  }
  description = {
    de = "Ohne Angabe ist ein Repository öffentlich, und visibility gewinnt gegen das ältere private. Was mit Absicht öffentlich ist, nennt der Parameter github_public_repositories oder eine Ausnahme."
    en = "Left out, a repository is public, and visibility wins over the older private. What is public on purpose is named in the input github_public_repositories or in a waiver."
  }
  applies_to = [
    "resource_policy.github_repository.private",
  ]
  links = {
    "Provider argument"          = "https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository#visibility"
    "Visibility of repositories" = "https://docs.github.com/en/repositories/creating-and-managing-repositories/about-repositories#about-repository-visibility"
  }

  fix "make-private" {
    title = {
      de = "Repository auf privat setzen"
      en = "Make the repository private"
    }
    action = "set_argument"
    path   = "visibility"
    value  = "private"
    safe   = false
  }
}

policy_metadata "github-organization-visibility" {
  demand   = "no-public-access"
  severity = "medium"
  title = {
    de = "Mitglieder legen keine öffentlichen GitHub-Repositories an"
    en = "Members create no public GitHub repositories"
  }
  description = {
    de = "Die Organisation verhindert, dass Code oder Daten versehentlich öffentlich werden."
    en = "The organisation keeps code and data from becoming public by accident."
  }
  applies_to = [
    "resource_policy.github_organization_settings.members_publish_nothing",
  ]
  links = {
    "Provider argument"               = "https://registry.terraform.io/providers/integrations/github/latest/docs/resources/organization_settings#members_can_create_public_repositories"
    "Restricting repository creation" = "https://docs.github.com/en/organizations/managing-organization-settings/restricting-repository-creation-in-your-organization"
  }

  fix "forbid-public" {
    title = {
      de = "Öffentliche Repositories verbieten"
      en = "Forbid public repositories"
    }
    action = "set_argument"
    path   = "members_can_create_public_repositories"
    value  = false
    safe   = false
  }
}
