policytest {
  targets = ["github-actions-permissions.policy.hcl"]
}

resource "github_workflow_repository_permissions" "pass_workflow_repository_read" {
  attrs = {
    repository                       = "shop"
    default_workflow_permissions     = "read"
    can_approve_pull_request_reviews = false
  }
}

resource "github_workflow_repository_permissions" "pass_workflow_repository_approve_unset" {
  attrs = {
    repository                   = "shop"
    default_workflow_permissions = "read"
  }
}

resource "github_workflow_repository_permissions" "fail_workflow_repository_write" {
  expect_failure = true
  attrs = {
    repository                   = "shop"
    default_workflow_permissions = "write"
  }
}

resource "github_workflow_repository_permissions" "fail_workflow_repository_unset" {
  expect_failure = true
  attrs = {
    repository                       = "shop"
    can_approve_pull_request_reviews = false
  }
}

resource "github_workflow_repository_permissions" "fail_workflow_repository_null" {
  expect_failure = true
  attrs = {
    repository                   = "shop"
    default_workflow_permissions = null
  }
}

resource "github_workflow_repository_permissions" "fail_workflow_repository_approves" {
  expect_failure = true
  attrs = {
    repository                       = "shop"
    default_workflow_permissions     = "read"
    can_approve_pull_request_reviews = true
  }
}

resource "github_actions_organization_workflow_permissions" "pass_actions_organization_workflow_read" {
  attrs = {
    organization_slug                = "example"
    default_workflow_permissions     = "read"
    can_approve_pull_request_reviews = false
  }
}

resource "github_actions_organization_workflow_permissions" "pass_actions_organization_workflow_approve_unset" {
  attrs = {
    organization_slug            = "example"
    default_workflow_permissions = "read"
  }
}

resource "github_actions_organization_workflow_permissions" "fail_actions_organization_workflow_write" {
  expect_failure = true
  attrs = {
    organization_slug            = "example"
    default_workflow_permissions = "write"
  }
}

resource "github_actions_organization_workflow_permissions" "fail_actions_organization_workflow_unset" {
  expect_failure = true
  attrs = {
    organization_slug                = "example"
    can_approve_pull_request_reviews = false
  }
}

resource "github_actions_organization_workflow_permissions" "fail_actions_organization_workflow_null" {
  expect_failure = true
  attrs = {
    organization_slug            = "example"
    default_workflow_permissions = null
  }
}

resource "github_actions_organization_workflow_permissions" "fail_actions_organization_workflow_approves" {
  expect_failure = true
  attrs = {
    organization_slug                = "example"
    default_workflow_permissions     = "read"
    can_approve_pull_request_reviews = true
  }
}

resource "github_enterprise_actions_workflow_permissions" "pass_enterprise_actions_workflow_read" {
  attrs = {
    enterprise_slug                  = "example"
    default_workflow_permissions     = "read"
    can_approve_pull_request_reviews = false
  }
}

resource "github_enterprise_actions_workflow_permissions" "pass_enterprise_actions_workflow_approve_unset" {
  attrs = {
    enterprise_slug              = "example"
    default_workflow_permissions = "read"
  }
}

resource "github_enterprise_actions_workflow_permissions" "fail_enterprise_actions_workflow_write" {
  expect_failure = true
  attrs = {
    enterprise_slug              = "example"
    default_workflow_permissions = "write"
  }
}

resource "github_enterprise_actions_workflow_permissions" "fail_enterprise_actions_workflow_unset" {
  expect_failure = true
  attrs = {
    enterprise_slug                  = "example"
    can_approve_pull_request_reviews = false
  }
}

resource "github_enterprise_actions_workflow_permissions" "fail_enterprise_actions_workflow_null" {
  expect_failure = true
  attrs = {
    enterprise_slug              = "example"
    default_workflow_permissions = null
  }
}

resource "github_enterprise_actions_workflow_permissions" "fail_enterprise_actions_workflow_approves" {
  expect_failure = true
  attrs = {
    enterprise_slug                  = "example"
    default_workflow_permissions     = "read"
    can_approve_pull_request_reviews = true
  }
}

resource "github_actions_repository_permissions" "pass_repo_local" {
  attrs = {
    repository      = "shop"
    allowed_actions = "local_only"
  }
}

resource "github_actions_repository_permissions" "pass_repo_selected" {
  attrs = {
    repository             = "shop"
    allowed_actions        = "selected"
    allowed_actions_config = [{ github_owned_allowed = true, patterns_allowed = ["hashicorp/*"], verified_allowed = false }]
  }
}

resource "github_actions_repository_permissions" "fail_repo_all" {
  expect_failure = true
  attrs = {
    repository      = "shop"
    allowed_actions = "all"
  }
}

resource "github_actions_repository_permissions" "fail_repo_unset" {
  expect_failure = true
  attrs = {
    repository = "shop"
  }
}

resource "github_actions_repository_permissions" "fail_repo_star" {
  expect_failure = true
  attrs = {
    repository             = "shop"
    allowed_actions        = "selected"
    allowed_actions_config = [{ github_owned_allowed = true, patterns_allowed = ["*"] }]
  }
}

resource "github_actions_repository_permissions" "pass_repo_no_config" {
  attrs = {
    repository      = "shop"
    allowed_actions = "selected"
  }
}

resource "github_actions_organization_permissions" "pass_org_local" {
  attrs = {
    enabled_repositories = "all"
    allowed_actions      = "local_only"
  }
}

resource "github_actions_organization_permissions" "pass_org_selected" {
  attrs = {
    enabled_repositories   = "all"
    allowed_actions        = "selected"
    allowed_actions_config = [{ github_owned_allowed = true, patterns_allowed = ["hashicorp/*"], verified_allowed = false }]
  }
}

resource "github_actions_organization_permissions" "fail_org_all" {
  expect_failure = true
  attrs = {
    enabled_repositories = "all"
    allowed_actions      = "all"
  }
}

resource "github_actions_organization_permissions" "fail_org_unset" {
  expect_failure = true
  attrs = {
    enabled_repositories = "all"
  }
}

resource "github_actions_organization_permissions" "fail_org_star" {
  expect_failure = true
  attrs = {
    enabled_repositories   = "all"
    allowed_actions        = "selected"
    allowed_actions_config = [{ github_owned_allowed = true, patterns_allowed = ["*"] }]
  }
}

resource "github_actions_organization_permissions" "pass_org_no_config" {
  attrs = {
    enabled_repositories = "all"
    allowed_actions      = "selected"
  }
}

resource "github_actions_repository_permissions" "pass_repo_off" {
  attrs = {
    repository = "shop"
    enabled    = false
  }
}

resource "github_actions_organization_permissions" "pass_org_off" {
  attrs = {
    enabled_repositories = "none"
  }
}

resource "github_actions_runner_group" "pass_private" {
  attrs = {
    name       = "x"
    visibility = "selected"
  }
}

resource "github_actions_runner_group" "fail_public" {
  expect_failure = true
  attrs = {
    name                       = "x"
    visibility                 = "selected"
    allows_public_repositories = true
  }
}

resource "github_repository_deploy_key" "pass_read_only" {
  attrs = {
    title     = "x"
    read_only = true
  }
}

resource "github_repository_deploy_key" "pass_unset" {
  attrs = {
    title = "x"
  }
}

resource "github_repository_deploy_key" "fail_writes" {
  expect_failure = true
  attrs = {
    title     = "x"
    read_only = false
  }
}

resource "github_organization_settings" "pass_read" {
  attrs = {
    billing_email                 = "a@example.org"
    default_repository_permission = "read"
  }
}

resource "github_organization_settings" "pass_none" {
  attrs = {
    default_repository_permission = "none"
  }
}

resource "github_organization_settings" "pass_unset" {
  attrs = {
    billing_email = "a@example.org"
  }
}

resource "github_organization_settings" "fail_write" {
  expect_failure = true
  attrs = {
    default_repository_permission = "write"
  }
}

resource "github_organization_settings" "fail_admin" {
  expect_failure = true
  attrs = {
    default_repository_permission = "admin"
  }
}
