policytest {
  targets = ["github-environment-reviewers.policy.hcl"]
}

resource "github_repository_environment" "pass_team" {
  attrs = {
    repository               = "shop"
    environment              = "production"
    reviewers                = [{ teams = [42] }]
    prevent_self_review      = true
    can_admins_bypass        = false
    deployment_branch_policy = [{ protected_branches = true, custom_branch_policies = false }]
  }
}

resource "github_repository_environment" "pass_user" {
  attrs = {
    repository               = "shop"
    environment              = "production"
    reviewers                = [{ users = [7] }]
    prevent_self_review      = true
    can_admins_bypass        = false
    deployment_branch_policy = [{ protected_branches = true, custom_branch_policies = false }]
  }
}

resource "github_repository_environment" "pass_live" {
  attrs = {
    repository               = "shop"
    environment              = "live"
    reviewers                = [{ teams = [42] }]
    prevent_self_review      = true
    can_admins_bypass        = false
    deployment_branch_policy = [{ protected_branches = true, custom_branch_policies = false }]
  }
}

resource "github_repository_environment" "pass_null_teams" {
  attrs = {
    repository               = "shop"
    environment              = "production"
    reviewers                = [{ teams = null, users = [7] }]
    prevent_self_review      = true
    can_admins_bypass        = false
    deployment_branch_policy = [{ protected_branches = true, custom_branch_policies = false }]
  }
}

resource "github_repository_environment" "pass_custom_branches" {
  attrs = {
    repository               = "shop"
    environment              = "production"
    reviewers                = [{ teams = [42] }]
    prevent_self_review      = true
    can_admins_bypass        = false
    deployment_branch_policy = [{ protected_branches = false, custom_branch_policies = true }]
  }
}

resource "github_repository_environment" "fail_no_reviewers" {
  expect_failure = true
  attrs = {
    repository               = "shop"
    environment              = "production"
    prevent_self_review      = true
    can_admins_bypass        = false
    deployment_branch_policy = [{ protected_branches = true, custom_branch_policies = false }]
  }
}

resource "github_repository_environment" "fail_empty_reviewers" {
  expect_failure = true
  attrs = {
    repository               = "shop"
    environment              = "production"
    reviewers                = [{ teams = [], users = [] }]
    prevent_self_review      = true
    can_admins_bypass        = false
    deployment_branch_policy = [{ protected_branches = true, custom_branch_policies = false }]
  }
}

resource "github_repository_environment" "fail_self_review" {
  expect_failure = true
  attrs = {
    repository               = "shop"
    environment              = "production"
    reviewers                = [{ teams = [42] }]
    prevent_self_review      = false
    can_admins_bypass        = false
    deployment_branch_policy = [{ protected_branches = true, custom_branch_policies = false }]
  }
}

resource "github_repository_environment" "fail_self_review_unset" {
  expect_failure = true
  attrs = {
    repository               = "shop"
    environment              = "production"
    reviewers                = [{ teams = [42] }]
    can_admins_bypass        = false
    deployment_branch_policy = [{ protected_branches = true, custom_branch_policies = false }]
  }
}

resource "github_repository_environment" "fail_admins_bypass" {
  expect_failure = true
  attrs = {
    repository               = "shop"
    environment              = "production"
    reviewers                = [{ teams = [42] }]
    prevent_self_review      = true
    can_admins_bypass        = true
    deployment_branch_policy = [{ protected_branches = true, custom_branch_policies = false }]
  }
}

resource "github_repository_environment" "fail_admins_bypass_unset" {
  expect_failure = true
  attrs = {
    repository               = "shop"
    environment              = "production"
    reviewers                = [{ teams = [42] }]
    prevent_self_review      = true
    deployment_branch_policy = [{ protected_branches = true, custom_branch_policies = false }]
  }
}

resource "github_repository_environment" "fail_any_branch" {
  expect_failure = true
  attrs = {
    repository          = "shop"
    environment         = "production"
    reviewers           = [{ teams = [42] }]
    prevent_self_review = true
    can_admins_bypass   = false
  }
}

resource "github_repository_environment" "fail_branch_policy_off" {
  expect_failure = true
  attrs = {
    repository               = "shop"
    environment              = "production"
    reviewers                = [{ teams = [42] }]
    prevent_self_review      = true
    can_admins_bypass        = false
    deployment_branch_policy = [{ protected_branches = false, custom_branch_policies = false }]
  }
}

resource "github_repository_environment" "fail_prod_eu" {
  expect_failure = true
  attrs = {
    repository  = "shop"
    environment = "prod-eu"
  }
}

resource "github_repository_environment" "fail_upper_case" {
  expect_failure = true
  attrs = {
    repository  = "shop"
    environment = "Production"
  }
}

# Other environments: not applicable.
resource "github_repository_environment" "pass_staging" {
  attrs = {
    repository  = "shop"
    environment = "staging"
    wait_timer  = 0
  }
}

resource "github_repository_environment" "pass_review_app" {
  attrs = {
    repository  = "shop"
    environment = "review-17"
    wait_timer  = 0
  }
}

resource "github_repository_environment" "pass_reproduction" {
  attrs = {
    repository  = "shop"
    environment = "reproductions"
    wait_timer  = 0
  }
}
