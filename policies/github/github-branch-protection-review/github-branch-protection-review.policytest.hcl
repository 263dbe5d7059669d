policytest {
  targets = ["github-branch-protection-review.policy.hcl"]
}

# Branch protection: one approval by somebody else is four eyes.
resource "github_branch_protection" "pass_one_approval" {
  attrs = {
    repository_id                 = "shop"
    pattern                       = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 1, dismiss_stale_reviews = true, require_last_push_approval = true }]
  }
}

resource "github_branch_protection" "pass_two_approvals" {
  attrs = {
    repository_id                 = "shop"
    pattern                       = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 2, dismiss_stale_reviews = true, require_last_push_approval = true }]
  }
}

resource "github_branch_protection" "pass_count_unset" {
  attrs = {
    repository_id                 = "shop"
    pattern                       = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ dismiss_stale_reviews = true, require_last_push_approval = true }]
  }
}

resource "github_branch_protection" "pass_count_null" {
  attrs = {
    repository_id                 = "shop"
    pattern                       = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = null, dismiss_stale_reviews = true, require_last_push_approval = true }]
  }
}

resource "github_branch_protection" "pass_no_bypassers" {
  attrs = {
    repository_id                 = "shop"
    pattern                       = "main"
    enforce_admins                = true
    force_push_bypassers          = []
    required_pull_request_reviews = [{ dismiss_stale_reviews = true, require_last_push_approval = true, pull_request_bypassers = null }]
  }
}

resource "github_branch_protection" "fail_no_approval" {
  expect_failure = true
  attrs = {
    repository_id                 = "shop"
    pattern                       = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 0, dismiss_stale_reviews = true, require_last_push_approval = true }]
  }
}

resource "github_branch_protection" "fail_no_reviews" {
  expect_failure = true
  attrs = {
    repository_id  = "shop"
    pattern        = "main"
    enforce_admins = true
  }
}

resource "github_branch_protection" "fail_empty_reviews" {
  expect_failure = true
  attrs = {
    repository_id                 = "shop"
    pattern                       = "main"
    enforce_admins                = true
    required_pull_request_reviews = []
  }
}

resource "github_branch_protection" "fail_bypassers" {
  expect_failure = true
  attrs = {
    repository_id                 = "shop"
    pattern                       = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 1, pull_request_bypassers = ["/octocat"], dismiss_stale_reviews = true, require_last_push_approval = true }]
  }
}

resource "github_branch_protection" "fail_admins_free" {
  expect_failure = true
  attrs = {
    repository_id                 = "shop"
    pattern                       = "main"
    enforce_admins                = false
    required_pull_request_reviews = [{ required_approving_review_count = 1, dismiss_stale_reviews = true, require_last_push_approval = true }]
  }
}

resource "github_branch_protection" "fail_admins_unset" {
  expect_failure = true
  attrs = {
    repository_id                 = "shop"
    pattern                       = "main"
    required_pull_request_reviews = [{ required_approving_review_count = 1, dismiss_stale_reviews = true, require_last_push_approval = true }]
  }
}

resource "github_branch_protection" "fail_admins_null" {
  expect_failure = true
  attrs = {
    repository_id                 = "shop"
    pattern                       = "main"
    enforce_admins                = null
    required_pull_request_reviews = [{ required_approving_review_count = 1, dismiss_stale_reviews = true, require_last_push_approval = true }]
  }
}

resource "github_branch_protection" "fail_stale_kept" {
  expect_failure = true
  attrs = {
    repository_id                 = "shop"
    pattern                       = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 1, dismiss_stale_reviews = false, require_last_push_approval = true }]
  }
}

resource "github_branch_protection" "fail_stale_unset" {
  expect_failure = true
  attrs = {
    repository_id                 = "shop"
    pattern                       = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 1, require_last_push_approval = true }]
  }
}

resource "github_branch_protection" "fail_own_last_push" {
  expect_failure = true
  attrs = {
    repository_id                 = "shop"
    pattern                       = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 1, dismiss_stale_reviews = true, require_last_push_approval = false }]
  }
}

resource "github_branch_protection" "fail_force_push" {
  expect_failure = true
  attrs = {
    repository_id                 = "shop"
    pattern                       = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 1, dismiss_stale_reviews = true, require_last_push_approval = true }]
    allows_force_pushes           = true
  }
}

resource "github_branch_protection" "fail_force_push_bypassers" {
  expect_failure = true
  attrs = {
    repository_id                 = "shop"
    pattern                       = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 1, dismiss_stale_reviews = true, require_last_push_approval = true }]
    force_push_bypassers          = ["/octocat"]
  }
}

resource "github_branch_protection" "fail_deletion" {
  expect_failure = true
  attrs = {
    repository_id                 = "shop"
    pattern                       = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 1, dismiss_stale_reviews = true, require_last_push_approval = true }]
    allows_deletions              = true
  }
}

resource "github_branch_protection" "pass_locked" {
  attrs = {
    repository_id = "shop"
    pattern       = "main"
    lock_branch   = true
  }
}

# The REST form of the same protection.
resource "github_branch_protection_v3" "pass_v3_one_approval" {
  attrs = {
    repository                    = "shop"
    branch                        = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 1, dismiss_stale_reviews = true, require_last_push_approval = true }]
  }
}

resource "github_branch_protection_v3" "pass_v3_count_unset" {
  attrs = {
    repository                    = "shop"
    branch                        = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ dismiss_stale_reviews = true, require_last_push_approval = true }]
  }
}

resource "github_branch_protection_v3" "pass_v3_empty_bypass" {
  attrs = {
    repository                    = "shop"
    branch                        = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 1, bypass_pull_request_allowances = [{ users = [], teams = [] }], dismiss_stale_reviews = true, require_last_push_approval = true }]
  }
}

resource "github_branch_protection_v3" "fail_v3_no_approval" {
  expect_failure = true
  attrs = {
    repository                    = "shop"
    branch                        = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 0, dismiss_stale_reviews = true, require_last_push_approval = true }]
  }
}

resource "github_branch_protection_v3" "fail_v3_no_reviews" {
  expect_failure = true
  attrs = {
    repository     = "shop"
    branch         = "main"
    enforce_admins = true
  }
}

resource "github_branch_protection_v3" "fail_v3_admins_unset" {
  expect_failure = true
  attrs = {
    repository                    = "shop"
    branch                        = "main"
    required_pull_request_reviews = [{ required_approving_review_count = 1, dismiss_stale_reviews = true, require_last_push_approval = true }]
  }
}

resource "github_branch_protection_v3" "fail_v3_stale_unset" {
  expect_failure = true
  attrs = {
    repository                    = "shop"
    branch                        = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 1, require_last_push_approval = true }]
  }
}

resource "github_branch_protection_v3" "fail_v3_last_push_unset" {
  expect_failure = true
  attrs = {
    repository                    = "shop"
    branch                        = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 1, dismiss_stale_reviews = true }]
  }
}

resource "github_branch_protection_v3" "fail_v3_bypass_users" {
  expect_failure = true
  attrs = {
    repository                    = "shop"
    branch                        = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 1, bypass_pull_request_allowances = [{ users = ["octocat"] }], dismiss_stale_reviews = true, require_last_push_approval = true }]
  }
}

resource "github_branch_protection_v3" "fail_v3_bypass_teams" {
  expect_failure = true
  attrs = {
    repository                    = "shop"
    branch                        = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 1, bypass_pull_request_allowances = [{ teams = ["octocat"] }], dismiss_stale_reviews = true, require_last_push_approval = true }]
  }
}

resource "github_branch_protection_v3" "fail_v3_bypass_apps" {
  expect_failure = true
  attrs = {
    repository                    = "shop"
    branch                        = "main"
    enforce_admins                = true
    required_pull_request_reviews = [{ required_approving_review_count = 1, bypass_pull_request_allowances = [{ apps = ["octocat"] }], dismiss_stale_reviews = true, require_last_push_approval = true }]
  }
}

# Rulesets: the count is 0 unless it is set.
resource "github_repository_ruleset" "pass_ruleset_one_approval" {
  attrs = {
    name        = "main"
    repository  = "shop"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    rules       = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_repository_ruleset" "pass_ruleset_bypass_by_pull_request" {
  attrs = {
    name          = "main"
    repository    = "shop"
    target        = "branch"
    enforcement   = "active"
    conditions    = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    bypass_actors = [{ actor_type = "Team", actor_id = 1, bypass_mode = "pull_request" }]
    rules         = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

# A ruleset without a pull_request rule promises nothing about reviews, one for tags neither: not applicable.
resource "github_repository_ruleset" "pass_ruleset_signatures_only" {
  attrs = {
    name        = "main"
    repository  = "shop"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    rules       = [{ required_signatures = true }]
  }
}

resource "github_repository_ruleset" "pass_ruleset_tags" {
  attrs = {
    name        = "main"
    repository  = "shop"
    target      = "tag"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    rules       = [{ deletion = true }]
  }
}

resource "github_repository_ruleset" "fail_ruleset_count_unset" {
  expect_failure = true
  attrs = {
    name        = "main"
    repository  = "shop"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    rules       = [{ deletion = true, non_fast_forward = true, pull_request = [{ dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_repository_ruleset" "fail_ruleset_count_null" {
  expect_failure = true
  attrs = {
    name        = "main"
    repository  = "shop"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    rules       = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = null, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_repository_ruleset" "fail_ruleset_no_approval" {
  expect_failure = true
  attrs = {
    name        = "main"
    repository  = "shop"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    rules       = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 0, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_repository_ruleset" "fail_ruleset_evaluate" {
  expect_failure = true
  attrs = {
    name        = "main"
    repository  = "shop"
    target      = "branch"
    enforcement = "evaluate"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    rules       = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_repository_ruleset" "fail_ruleset_disabled" {
  expect_failure = true
  attrs = {
    name        = "main"
    repository  = "shop"
    target      = "branch"
    enforcement = "disabled"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    rules       = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_repository_ruleset" "fail_ruleset_bypass_always" {
  expect_failure = true
  attrs = {
    name          = "main"
    repository    = "shop"
    target        = "branch"
    enforcement   = "active"
    conditions    = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    bypass_actors = [{ actor_type = "RepositoryRole", actor_id = 5, bypass_mode = "always" }]
    rules         = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_repository_ruleset" "fail_ruleset_bypass_exempt" {
  expect_failure = true
  attrs = {
    name          = "main"
    repository    = "shop"
    target        = "branch"
    enforcement   = "active"
    conditions    = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    bypass_actors = [{ actor_type = "Team", actor_id = 1, bypass_mode = "pull_request" }, { actor_type = "Integration", actor_id = 2, bypass_mode = "exempt" }]
    rules         = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_repository_ruleset" "fail_ruleset_stale_unset" {
  expect_failure = true
  attrs = {
    name        = "main"
    repository  = "shop"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    rules       = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, require_last_push_approval = true }] }]
  }
}

resource "github_repository_ruleset" "fail_ruleset_last_push_unset" {
  expect_failure = true
  attrs = {
    name        = "main"
    repository  = "shop"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    rules       = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true }] }]
  }
}

resource "github_repository_ruleset" "fail_ruleset_force_push" {
  expect_failure = true
  attrs = {
    name        = "main"
    repository  = "shop"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    rules       = [{ deletion = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_repository_ruleset" "fail_ruleset_deletion" {
  expect_failure = true
  attrs = {
    name        = "main"
    repository  = "shop"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    rules       = [{ non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_organization_ruleset" "pass_org_ruleset_one_approval" {
  attrs = {
    name        = "main"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }], repository_name = [{ include = ["~ALL"], exclude = [] }] }]
    rules       = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_organization_ruleset" "pass_org_ruleset_bypass_by_pull_request" {
  attrs = {
    name          = "main"
    target        = "branch"
    enforcement   = "active"
    conditions    = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }], repository_name = [{ include = ["~ALL"], exclude = [] }] }]
    bypass_actors = [{ actor_type = "Team", actor_id = 1, bypass_mode = "pull_request" }]
    rules         = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

# A ruleset without a pull_request rule promises nothing about reviews, one for tags neither: not applicable.
resource "github_organization_ruleset" "pass_org_ruleset_signatures_only" {
  attrs = {
    name        = "main"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }], repository_name = [{ include = ["~ALL"], exclude = [] }] }]
    rules       = [{ required_signatures = true }]
  }
}

resource "github_organization_ruleset" "pass_org_ruleset_tags" {
  attrs = {
    name        = "main"
    target      = "tag"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }], repository_name = [{ include = ["~ALL"], exclude = [] }] }]
    rules       = [{ deletion = true }]
  }
}

resource "github_organization_ruleset" "fail_org_ruleset_count_unset" {
  expect_failure = true
  attrs = {
    name        = "main"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }], repository_name = [{ include = ["~ALL"], exclude = [] }] }]
    rules       = [{ deletion = true, non_fast_forward = true, pull_request = [{ dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_organization_ruleset" "fail_org_ruleset_count_null" {
  expect_failure = true
  attrs = {
    name        = "main"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }], repository_name = [{ include = ["~ALL"], exclude = [] }] }]
    rules       = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = null, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_organization_ruleset" "fail_org_ruleset_no_approval" {
  expect_failure = true
  attrs = {
    name        = "main"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }], repository_name = [{ include = ["~ALL"], exclude = [] }] }]
    rules       = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 0, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_organization_ruleset" "fail_org_ruleset_evaluate" {
  expect_failure = true
  attrs = {
    name        = "main"
    target      = "branch"
    enforcement = "evaluate"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }], repository_name = [{ include = ["~ALL"], exclude = [] }] }]
    rules       = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_organization_ruleset" "fail_org_ruleset_disabled" {
  expect_failure = true
  attrs = {
    name        = "main"
    target      = "branch"
    enforcement = "disabled"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }], repository_name = [{ include = ["~ALL"], exclude = [] }] }]
    rules       = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_organization_ruleset" "fail_org_ruleset_bypass_always" {
  expect_failure = true
  attrs = {
    name          = "main"
    target        = "branch"
    enforcement   = "active"
    conditions    = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }], repository_name = [{ include = ["~ALL"], exclude = [] }] }]
    bypass_actors = [{ actor_type = "RepositoryRole", actor_id = 5, bypass_mode = "always" }]
    rules         = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_organization_ruleset" "fail_org_ruleset_bypass_exempt" {
  expect_failure = true
  attrs = {
    name          = "main"
    target        = "branch"
    enforcement   = "active"
    conditions    = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }], repository_name = [{ include = ["~ALL"], exclude = [] }] }]
    bypass_actors = [{ actor_type = "Team", actor_id = 1, bypass_mode = "pull_request" }, { actor_type = "Integration", actor_id = 2, bypass_mode = "exempt" }]
    rules         = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_organization_ruleset" "fail_org_ruleset_stale_unset" {
  expect_failure = true
  attrs = {
    name        = "main"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }], repository_name = [{ include = ["~ALL"], exclude = [] }] }]
    rules       = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, require_last_push_approval = true }] }]
  }
}

resource "github_organization_ruleset" "fail_org_ruleset_last_push_unset" {
  expect_failure = true
  attrs = {
    name        = "main"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }], repository_name = [{ include = ["~ALL"], exclude = [] }] }]
    rules       = [{ deletion = true, non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true }] }]
  }
}

resource "github_organization_ruleset" "fail_org_ruleset_force_push" {
  expect_failure = true
  attrs = {
    name        = "main"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }], repository_name = [{ include = ["~ALL"], exclude = [] }] }]
    rules       = [{ deletion = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}

resource "github_organization_ruleset" "fail_org_ruleset_deletion" {
  expect_failure = true
  attrs = {
    name        = "main"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }], repository_name = [{ include = ["~ALL"], exclude = [] }] }]
    rules       = [{ non_fast_forward = true, pull_request = [{ required_approving_review_count = 1, dismiss_stale_reviews_on_push = true, require_last_push_approval = true }] }]
  }
}
