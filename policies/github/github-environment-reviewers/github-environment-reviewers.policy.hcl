# Deployments to production need the approval of a second person.

policy {
  required_providers {
    github = {
      source  = "integrations/github"
      version = ">= 5.38.0, < 7.0.0"
    }
  }
}

input "production_environments" {
  type        = string
  description = "Pattern of the names of production environments, in lower case."
  default     = "^(live|prd|prod|production)([-_./ ].*)?$|[-_./ ](live|prd|prod|production)$"
}

resource_policy "github_repository_environment" "deployment_approved" {
  filter = core::regex_match(core::lower(attrs.environment), input.production_environments)

  locals {
    reviewers = core::flatten([
      for r in core::try([for r in attrs.reviewers : r], []) : [core::try([for x in r.teams : x], []), core::try([for x in r.users : x], [])]
    ])
  }

  enforce {
    condition     = core::length(local.reviewers) > 0
    error_message = "Deployments to ${core::valuetostring(attrs.environment)} need no approval; changes under four eyes are promised."
  }

  enforce {
    condition     = core::try(attrs.prevent_self_review, false) == true
    error_message = "prevent_self_review is not true: whoever starts a deployment may approve it; changes under four eyes are promised."
  }
}

resource_policy "github_repository_environment" "no_way_around" {
  filter = core::regex_match(core::lower(attrs.environment), input.production_environments)

  enforce {
    # Not set means that they may.
    condition     = core::try(attrs.can_admins_bypass, true) == false
    error_message = "Administrators may deploy to ${core::valuetostring(attrs.environment)} without an approval; changes under four eyes are promised."
  }

  enforce {
    # Without a branch policy every branch deploys, reviewed or not.
    condition     = core::try(attrs.deployment_branch_policy[0].protected_branches, false) == true || core::try(attrs.deployment_branch_policy[0].custom_branch_policies, false) == true
    error_message = "Any branch may be deployed to ${core::valuetostring(attrs.environment)}, reviewed or not; changes under four eyes are promised."
  }
}
