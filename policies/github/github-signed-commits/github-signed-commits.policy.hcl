# Commits on protected branches are signed.

policy {
  required_providers {
    github = {
      source  = "integrations/github"
      version = ">= 5.38.0, < 7.0.0"
    }
  }
}

resource_policy "github_branch_protection" "signed" {
  enforcement_level = "advisory"

  enforce {
    condition     = core::try(attrs.require_signed_commits, false) == true
    error_message = "Commits need not be signed, so nobody can tell whose they are; unique user ids are promised."
  }
}

resource_policy "github_branch_protection_v3" "signed" {
  enforcement_level = "advisory"

  enforce {
    condition     = core::try(attrs.require_signed_commits, false) == true
    error_message = "Commits need not be signed, so nobody can tell whose they are; unique user ids are promised."
  }
}

resource_policy "github_*_ruleset" "signed" {
  enforcement_level = "advisory"
  # Rulesets about reviews are the ones that guard what ships.
  filter = core::try(core::length(attrs.rules[0].pull_request), 0) > 0

  enforce {
    condition     = core::try(attrs.rules[0].required_signatures, false) == true
    error_message = "Commits need not be signed, so nobody can tell whose they are; unique user ids are promised."
  }
}
