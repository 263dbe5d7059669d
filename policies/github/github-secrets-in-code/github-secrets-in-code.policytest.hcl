policytest {
  targets = ["github-secrets-in-code.policy.hcl"]
}

resource "github_actions_environment_secret" "fail_actions_environment_secret_plaintext_value" {
  expect_failure = true
  attrs = {
    secret_name     = "TOKEN"
    plaintext_value = "not-a-real-secret"
  }
}

resource "github_actions_environment_secret" "fail_actions_environment_secret_value" {
  expect_failure = true
  attrs = {
    secret_name = "TOKEN"
    value       = "not-a-real-secret"
  }
}

resource "github_actions_organization_secret" "fail_actions_organization_secret_plaintext_value" {
  expect_failure = true
  attrs = {
    secret_name     = "TOKEN"
    plaintext_value = "not-a-real-secret"
  }
}

resource "github_actions_organization_secret" "fail_actions_organization_secret_value" {
  expect_failure = true
  attrs = {
    secret_name = "TOKEN"
    value       = "not-a-real-secret"
  }
}

resource "github_actions_secret" "fail_actions_secret_plaintext_value" {
  expect_failure = true
  attrs = {
    secret_name     = "TOKEN"
    plaintext_value = "not-a-real-secret"
  }
}

resource "github_actions_secret" "fail_actions_secret_value" {
  expect_failure = true
  attrs = {
    secret_name = "TOKEN"
    value       = "not-a-real-secret"
  }
}

resource "github_dependabot_organization_secret" "fail_dependabot_organization_secret_plaintext_value" {
  expect_failure = true
  attrs = {
    secret_name     = "TOKEN"
    plaintext_value = "not-a-real-secret"
  }
}

resource "github_dependabot_organization_secret" "fail_dependabot_organization_secret_value" {
  expect_failure = true
  attrs = {
    secret_name = "TOKEN"
    value       = "not-a-real-secret"
  }
}

resource "github_dependabot_secret" "fail_dependabot_secret_plaintext_value" {
  expect_failure = true
  attrs = {
    secret_name     = "TOKEN"
    plaintext_value = "not-a-real-secret"
  }
}

resource "github_dependabot_secret" "fail_dependabot_secret_value" {
  expect_failure = true
  attrs = {
    secret_name = "TOKEN"
    value       = "not-a-real-secret"
  }
}

resource "github_codespaces_organization_secret" "fail_codespaces_organization_secret_plaintext_value" {
  expect_failure = true
  attrs = {
    secret_name     = "TOKEN"
    plaintext_value = "not-a-real-secret"
  }
}

resource "github_codespaces_secret" "fail_codespaces_secret_plaintext_value" {
  expect_failure = true
  attrs = {
    secret_name     = "TOKEN"
    plaintext_value = "not-a-real-secret"
  }
}

resource "github_codespaces_user_secret" "fail_codespaces_user_secret_plaintext_value" {
  expect_failure = true
  attrs = {
    secret_name     = "TOKEN"
    plaintext_value = "not-a-real-secret"
  }
}

resource "github_organization_webhook" "fail_organization_webhook_configuration_secret" {
  expect_failure = true
  attrs = {
    events        = ["push"]
    configuration = [{ secret = "not-a-real-secret" }]
  }
}

resource "github_repository_webhook" "fail_repository_webhook_configuration_secret" {
  expect_failure = true
  attrs = {
    events        = ["push"]
    configuration = [{ secret = "not-a-real-secret" }]
  }
}

resource "github_actions_secret" "pass_encrypted" {
  attrs = {
    secret_name     = "TOKEN"
    encrypted_value = "c2VhbGVk"
  }
}

resource "github_actions_secret" "pass_encrypted_new_name" {
  attrs = {
    secret_name     = "TOKEN"
    value_encrypted = "c2VhbGVk"
  }
}

resource "github_actions_secret" "pass_null" {
  attrs = {
    secret_name     = "TOKEN"
    plaintext_value = null
    value           = ""
  }
}

resource "github_repository_webhook" "pass_unsigned" {
  attrs = {
    events        = ["push"]
    configuration = [{ url = "https://ci.example.org" }]
  }
}

# Push protection.
resource "github_repository" "pass_protected" {
  attrs = {
    name                  = "a"
    security_and_analysis = [{ secret_scanning = [{ status = "enabled" }], secret_scanning_push_protection = [{ status = "enabled" }] }]
  }
}

resource "github_repository" "pass_archived" {
  attrs = {
    name     = "a"
    archived = true
  }
}

resource "github_repository" "fail_scanning_only" {
  expect_failure = true
  attrs = {
    name                  = "a"
    security_and_analysis = [{ secret_scanning = [{ status = "enabled" }] }]
  }
}

resource "github_repository" "fail_unset" {
  expect_failure = true
  attrs = {
    name = "a"
  }
}

resource "github_repository" "fail_disabled" {
  expect_failure = true
  attrs = {
    name                  = "a"
    security_and_analysis = [{ secret_scanning_push_protection = [{ status = "disabled" }] }]
  }
}

resource "github_organization_settings" "pass_protected" {
  attrs = {
    secret_scanning_push_protection_enabled_for_new_repositories = true
  }
}

resource "github_organization_settings" "fail_unset" {
  expect_failure = true
  attrs = {
    billing_email = "a@example.org"
  }
}
