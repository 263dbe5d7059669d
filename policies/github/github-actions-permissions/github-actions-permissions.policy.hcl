# Workflows, keys and members of GitHub have no more rights than needed.

policy {
  required_providers {
    github = {
      source  = "integrations/github"
      version = ">= 5.38.0, < 7.0.0"
    }
  }
}

locals {
  workflow_types = [
    "github_actions_organization_workflow_permissions",
    "github_enterprise_actions_workflow_permissions",
    "github_workflow_repository_permissions",
  ]
  action_types = ["github_actions_organization_permissions", "github_actions_repository_permissions"]
}

resource_policy "github_*" "token_reads" {
  filter = core::contains(local.workflow_types, meta.type)

  enforce {
    # Left out, the setting of the organisation stays, which may be "write".
    condition     = core::try(attrs.default_workflow_permissions, "write") == "read"
    error_message = "default_workflow_permissions is not \"read\": the token of every workflow may change the repository; least privilege is promised."
  }
}

resource_policy "github_*" "token_does_not_approve" {
  filter = core::contains(local.workflow_types, meta.type)

  enforce {
    condition     = core::try(attrs.can_approve_pull_request_reviews, false) != true
    error_message = "Workflows may approve pull requests, so a change needs no second person; changes under four eyes are promised."
  }
}

resource_policy "github_actions_*_permissions" "known_actions" {
  # Where actions are off there is nothing to allow.
  filter = core::contains(local.action_types, meta.type) && core::try(attrs.enabled, true) != false && core::try(attrs.enabled_repositories, "all") != "none"

  enforce {
    # Left out, every action of the marketplace may run.
    condition     = core::contains(["local_only", "selected"], core::try(attrs.allowed_actions, "all"))
    error_message = "Every action of the marketplace may run with the repository's rights; least privilege is promised."
  }

  enforce {
    condition     = !core::contains(core::try([for p in attrs.allowed_actions_config[0].patterns_allowed : p], []), "*")
    error_message = "The pattern * allows every action of the marketplace; least privilege is promised."
  }
}

resource_policy "github_actions_runner_group" "no_public_repositories" {
  enforce {
    condition     = core::try(attrs.allows_public_repositories, false) != true
    error_message = "Public repositories may use the runners: a pull request of a stranger runs code on them."
  }
}

resource_policy "github_repository_deploy_key" "read_only" {
  enforce {
    # Read-only unless it says otherwise.
    condition     = core::try(attrs.read_only, true) != false
    error_message = "The deploy key may write: it belongs to no person and knows no second factor; least privilege is promised."
  }
}

resource_policy "github_organization_settings" "members_read" {
  enforce {
    # Not set means read.
    condition     = !core::contains(["admin", "write"], core::try(attrs.default_repository_permission, "read"))
    error_message = "Every member may ${core::valuetostring(core::try(attrs.default_repository_permission, "write"))} every repository; least privilege is promised."
  }
}
