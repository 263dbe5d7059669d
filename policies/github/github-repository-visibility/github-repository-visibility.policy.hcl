# Repositories on GitHub are not public.

policy {
  required_providers {
    github = {
      source  = "integrations/github"
      version = ">= 5.38.0, < 7.0.0"
    }
  }
}

input "github_public_repositories" {
  type        = list(string)
  description = "Names of the repositories that are public on purpose."
  default     = []
}

resource_policy "github_repository" "private" {
  filter = !core::contains(input.github_public_repositories, attrs.name)

  locals {
    # visibility wins over the older private; neither set means public.
    stated     = core::try(attrs.visibility, null)
    visibility = local.stated != null ? local.stated : core::try(attrs.private, false) == true ? "private" : "public"
  }

  enforce {
    condition     = core::contains(["internal", "private"], local.visibility)
    error_message = "The repository is ${core::valuetostring(local.visibility)}; no public access is promised."
  }

  enforce {
    # Pages of a private repository are public unless the enterprise restricts them.
    condition     = core::try(core::length(attrs.pages), 0) == 0
    error_message = "The repository publishes pages, which everybody can read; no public access is promised."
  }
}

resource_policy "github_organization_settings" "members_publish_nothing" {
  enforce {
    # Not set means that they may.
    condition     = core::try(attrs.members_can_create_public_repositories, true) == false
    error_message = "Every member may create public repositories; no public access is promised."
  }
}
