policytest {
  targets = ["github-signed-commits.policy.hcl"]
}

resource "github_branch_protection" "pass_signed" {
  attrs = {
    repository_id          = "shop"
    pattern                = "main"
    require_signed_commits = true
  }
}

resource "github_branch_protection" "fail_unset" {
  expect_failure = true
  attrs = {
    repository_id = "shop"
    pattern       = "main"
  }
}

resource "github_branch_protection" "fail_off" {
  expect_failure = true
  attrs = {
    repository_id          = "shop"
    pattern                = "main"
    require_signed_commits = false
  }
}

resource "github_branch_protection" "fail_null" {
  expect_failure = true
  attrs = {
    repository_id          = "shop"
    pattern                = "main"
    require_signed_commits = null
  }
}

resource "github_branch_protection_v3" "pass_v3_signed" {
  attrs = {
    repository             = "shop"
    branch                 = "main"
    require_signed_commits = true
  }
}

resource "github_branch_protection_v3" "fail_v3_unset" {
  expect_failure = true
  attrs = {
    repository = "shop"
    branch     = "main"
  }
}

resource "github_branch_protection_v3" "fail_v3_off" {
  expect_failure = true
  attrs = {
    repository             = "shop"
    branch                 = "main"
    require_signed_commits = false
  }
}

resource "github_branch_protection_v3" "fail_v3_null" {
  expect_failure = true
  attrs = {
    repository             = "shop"
    branch                 = "main"
    require_signed_commits = null
  }
}

resource "github_repository_ruleset" "pass_repo_signed" {
  attrs = {
    target      = "branch"
    enforcement = "active"
    rules       = [{ required_signatures = true, pull_request = [{}] }]
  }
}

resource "github_repository_ruleset" "fail_repo_unset" {
  expect_failure = true
  attrs = {
    target      = "branch"
    enforcement = "active"
    rules       = [{ pull_request = [{ required_approving_review_count = 1 }] }]
  }
}

resource "github_repository_ruleset" "fail_repo_off" {
  expect_failure = true
  attrs = {
    target      = "branch"
    enforcement = "active"
    rules       = [{ required_signatures = false, pull_request = [{}] }]
  }
}

resource "github_repository_ruleset" "pass_repo_about_tags" {
  attrs = {
    target      = "tag"
    enforcement = "active"
    rules       = [{ deletion = true }]
  }
}

resource "github_repository_ruleset" "pass_repo_about_names" {
  attrs = {
    target      = "branch"
    enforcement = "active"
    rules       = [{ branch_name_pattern = [{ operator = "starts_with", pattern = "x" }] }]
  }
}

resource "github_organization_ruleset" "pass_org_signed" {
  attrs = {
    target      = "branch"
    enforcement = "active"
    rules       = [{ required_signatures = true, pull_request = [{}] }]
  }
}

resource "github_organization_ruleset" "fail_org_unset" {
  expect_failure = true
  attrs = {
    target      = "branch"
    enforcement = "active"
    rules       = [{ pull_request = [{ required_approving_review_count = 1 }] }]
  }
}

resource "github_organization_ruleset" "fail_org_off" {
  expect_failure = true
  attrs = {
    target      = "branch"
    enforcement = "active"
    rules       = [{ required_signatures = false, pull_request = [{}] }]
  }
}

resource "github_organization_ruleset" "pass_org_about_tags" {
  attrs = {
    target      = "tag"
    enforcement = "active"
    rules       = [{ deletion = true }]
  }
}

resource "github_organization_ruleset" "pass_org_about_names" {
  attrs = {
    target      = "branch"
    enforcement = "active"
    rules       = [{ branch_name_pattern = [{ operator = "starts_with", pattern = "x" }] }]
  }
}
