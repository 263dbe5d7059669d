# No secret of GitHub stands in the code, and pushes with secrets are refused.

policy {
  required_providers {
    github = {
      source  = "integrations/github"
      version = ">= 5.38.0, < 7.0.0"
    }
  }
}

locals {
  # Where a secret may be written down. Write-only siblings (…_wo) are not stored and so not listed.
  secret_arguments = {
    github_actions_environment_secret     = ["plaintext_value", "value"]
    github_actions_organization_secret    = ["plaintext_value", "value"]
    github_actions_secret                 = ["plaintext_value", "value"]
    github_codespaces_organization_secret = ["plaintext_value"]
    github_codespaces_secret              = ["plaintext_value"]
    github_codespaces_user_secret         = ["plaintext_value"]
    github_dependabot_organization_secret = ["plaintext_value", "value"]
    github_dependabot_secret              = ["plaintext_value", "value"]
    github_organization_webhook           = ["configuration.secret"]
    github_repository_webhook             = ["configuration.secret"]
  }
}

resource_policy "github_*" "no_secret_in_code" {
  filter = core::contains(core::keys(local.secret_arguments), meta.type)

  locals {
    paths = [for a in local.secret_arguments[meta.type] : core::split(".", a)]
    # Arguments at the top level, and inside a block. What they hold is never shown.
    found = core::flatten([
      [for p in local.paths : { at = p[0], value = core::try(core::sensitive(attrs[p[0]]), null) } if core::length(p) == 1],
      [for p in local.paths : [
        for b in core::try([for b in core::sensitive(attrs[p[0]]) : b], []) : { at = core::join(".", p), value = core::try(b[p[1]], null) }
      ] if core::length(p) == 2],
    ])
    # What is known before anything exists is written in the code.
    written = core::nonsensitive([for f in local.found : core::nonsensitive(f.at) if core::nonsensitive(f.value != null && f.value != "")])
  }

  enforce {
    condition     = core::nonsensitive(core::alltrue([for f in local.found : f.value == null || f.value == ""]))
    error_message = "The code holds a secret in plain text in ${core::join(", ", local.written)}; secrets belong into a secret store or a variable without a default."
  }
}

resource_policy "github_repository" "push_protection" {
  # Advice: private repositories need a licence for it.
  enforcement_level = "advisory"
  filter            = core::try(attrs.archived, false) != true

  enforce {
    condition     = core::try(attrs.security_and_analysis[0].secret_scanning_push_protection[0].status, "disabled") == "enabled"
    error_message = "Pushes with recognised credentials are not refused (secret_scanning_push_protection is not enabled)."
  }
}

resource_policy "github_organization_settings" "push_protection" {
  enforcement_level = "advisory"

  enforce {
    condition     = core::try(attrs.secret_scanning_push_protection_enabled_for_new_repositories, false) == true
    error_message = "New repositories do not refuse pushes with recognised credentials (secret_scanning_push_protection_enabled_for_new_repositories is not true)."
  }
}
