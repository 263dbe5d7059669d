policytest {
  targets = ["github-branch-protection-review.policy.hcl"]
}

resource "github_repository" "pass_by_node_id" {
  attrs = {
    name    = "by_node_id"
    node_id = "R_by_node_id"
  }
}

resource "github_branch_protection" "by_node_id" {
  skip = true
  attrs = {
    repository_id                 = github_repository.pass_by_node_id.node_id
    pattern                       = "main"
    required_pull_request_reviews = [{ required_approving_review_count = 1 }]
  }
}

resource "github_repository" "pass_by_name" {
  attrs = {
    name    = "by_name"
    node_id = "R_by_name"
  }
}

resource "github_branch_protection" "by_name" {
  skip = true
  attrs = {
    repository_id                 = github_repository.pass_by_name.name
    pattern                       = "main"
    required_pull_request_reviews = [{ required_approving_review_count = 1 }]
  }
}

resource "github_repository" "pass_by_literal" {
  attrs = {
    name    = "by_literal"
    node_id = "R_by_literal"
  }
}

resource "github_branch_protection" "by_literal" {
  skip = true
  attrs = {
    repository_id                 = "by_literal"
    pattern                       = "main"
    required_pull_request_reviews = [{ required_approving_review_count = 1 }]
  }
}

resource "github_repository" "pass_any_branch" {
  attrs = {
    name    = "any_branch"
    node_id = "R_any_branch"
  }
}

resource "github_branch_protection" "any_branch" {
  skip = true
  attrs = {
    repository_id                 = "any_branch"
    pattern                       = "*"
    required_pull_request_reviews = [{ required_approving_review_count = 1 }]
  }
}

resource "github_repository" "pass_master" {
  attrs = {
    name    = "master"
    node_id = "R_master"
  }
}

resource "github_branch_protection" "master" {
  skip = true
  attrs = {
    repository_id                 = "master"
    pattern                       = "master"
    required_pull_request_reviews = [{ required_approving_review_count = 1 }]
  }
}

resource "github_repository" "pass_own_default" {
  attrs = {
    name           = "own_default"
    node_id        = "R_own_default"
    default_branch = "develop"
  }
}

resource "github_branch_protection" "own_default" {
  skip = true
  attrs = {
    repository_id                 = "own_default"
    pattern                       = "develop"
    required_pull_request_reviews = [{ required_approving_review_count = 1 }]
  }
}

resource "github_repository" "pass_default_resource" {
  attrs = {
    name    = "default_resource"
    node_id = "R_default_resource"
  }
}

resource "github_branch_default" "default_resource" {
  skip = true
  attrs = {
    repository = "default_resource"
    branch     = "trunk"
  }
}

resource "github_branch_protection" "default_resource" {
  skip = true
  attrs = {
    repository_id                 = "default_resource"
    pattern                       = "trunk"
    required_pull_request_reviews = [{ required_approving_review_count = 1 }]
  }
}

resource "github_repository" "pass_archived" {
  attrs = {
    name     = "archived"
    node_id  = "R_archived"
    archived = true
  }
}

resource "github_repository" "fail_unarchived" {
  expect_failure = true
  attrs = {
    name     = "unarchived"
    node_id  = "R_unarchived"
    archived = false
  }
}

resource "github_repository" "fail_nothing" {
  expect_failure = true
  attrs = {
    name    = "nothing"
    node_id = "R_nothing"
  }
}

resource "github_repository" "fail_other_branch" {
  expect_failure = true
  attrs = {
    name    = "other_branch"
    node_id = "R_other_branch"
  }
}

resource "github_branch_protection" "other_branch" {
  skip = true
  attrs = {
    repository_id                 = "other_branch"
    pattern                       = "gh-pages"
    required_pull_request_reviews = [{ required_approving_review_count = 1 }]
  }
}

resource "github_repository" "fail_protected_without_review" {
  expect_failure = true
  attrs = {
    name    = "protected_without_review"
    node_id = "R_protected_without_review"
  }
}

resource "github_branch_protection" "protected_without_review" {
  skip = true
  attrs = {
    repository_id                 = "protected_without_review"
    pattern                       = "main"
    required_pull_request_reviews = []
  }
}

resource "github_repository" "fail_count_0" {
  expect_failure = true
  attrs = {
    name    = "count_0"
    node_id = "R_count_0"
  }
}

resource "github_branch_protection" "count_0" {
  skip = true
  attrs = {
    repository_id                 = "count_0"
    pattern                       = "main"
    required_pull_request_reviews = [{ required_approving_review_count = 0 }]
  }
}

resource "github_repository" "pass_v3" {
  attrs = {
    name    = "v3"
    node_id = "R_v3"
  }
}

resource "github_branch_protection_v3" "v3" {
  skip = true
  attrs = {
    repository                    = github_repository.pass_v3.name
    branch                        = "main"
    required_pull_request_reviews = [{ required_approving_review_count = 1 }]
  }
}

resource "github_repository" "fail_v3_no_review" {
  expect_failure = true
  attrs = {
    name    = "v3_no_review"
    node_id = "R_v3_no_review"
  }
}

resource "github_branch_protection_v3" "v3_no_review" {
  skip = true
  attrs = {
    repository = "v3_no_review"
    branch     = "main"
  }
}

resource "github_repository" "pass_ruleset" {
  attrs = {
    name    = "ruleset"
    node_id = "R_ruleset"
  }
}

resource "github_repository_ruleset" "ruleset" {
  skip = true
  attrs = {
    name        = "main"
    repository  = "ruleset"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    rules       = [{ pull_request = [{ required_approving_review_count = 1 }] }]
  }
}

resource "github_repository" "pass_ruleset_all" {
  attrs = {
    name    = "ruleset_all"
    node_id = "R_ruleset_all"
  }
}

resource "github_repository_ruleset" "ruleset_all" {
  skip = true
  attrs = {
    name        = "main"
    repository  = "ruleset_all"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~ALL"], exclude = [] }] }]
    rules       = [{ pull_request = [{ required_approving_review_count = 1 }] }]
  }
}

resource "github_repository" "pass_ruleset_ref" {
  attrs = {
    name    = "ruleset_ref"
    node_id = "R_ruleset_ref"
  }
}

resource "github_repository_ruleset" "ruleset_ref" {
  skip = true
  attrs = {
    name        = "main"
    repository  = "ruleset_ref"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["refs/heads/main"], exclude = [] }] }]
    rules       = [{ pull_request = [{ required_approving_review_count = 1 }] }]
  }
}

resource "github_repository" "fail_ruleset_tags" {
  expect_failure = true
  attrs = {
    name    = "ruleset_tags"
    node_id = "R_ruleset_tags"
  }
}

resource "github_repository_ruleset" "ruleset_tags" {
  skip = true
  attrs = {
    name        = "main"
    repository  = "ruleset_tags"
    target      = "tag"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    rules       = [{ pull_request = [{ required_approving_review_count = 1 }] }]
  }
}

resource "github_repository" "fail_ruleset_evaluate" {
  expect_failure = true
  attrs = {
    name    = "ruleset_evaluate"
    node_id = "R_ruleset_evaluate"
  }
}

resource "github_repository_ruleset" "ruleset_evaluate" {
  skip = true
  attrs = {
    name        = "main"
    repository  = "ruleset_evaluate"
    target      = "branch"
    enforcement = "evaluate"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    rules       = [{ pull_request = [{ required_approving_review_count = 1 }] }]
  }
}

resource "github_repository" "fail_ruleset_no_count" {
  expect_failure = true
  attrs = {
    name    = "ruleset_no_count"
    node_id = "R_ruleset_no_count"
  }
}

resource "github_repository_ruleset" "ruleset_no_count" {
  skip = true
  attrs = {
    name        = "main"
    repository  = "ruleset_no_count"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    rules       = [{ pull_request = [{ dismiss_stale_reviews_on_push = true }] }]
  }
}

resource "github_repository" "fail_ruleset_empty" {
  expect_failure = true
  attrs = {
    name    = "ruleset_empty"
    node_id = "R_ruleset_empty"
  }
}

resource "github_repository_ruleset" "ruleset_empty" {
  skip = true
  attrs = {
    name        = "main"
    repository  = "ruleset_empty"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }] }]
    rules       = [{ deletion = true }]
  }
}

resource "github_repository" "fail_ruleset_release" {
  expect_failure = true
  attrs = {
    name    = "ruleset_release"
    node_id = "R_ruleset_release"
  }
}

resource "github_repository_ruleset" "ruleset_release" {
  skip = true
  attrs = {
    name        = "main"
    repository  = "ruleset_release"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["refs/heads/release/*"], exclude = [] }] }]
    rules       = [{ pull_request = [{ required_approving_review_count = 1 }] }]
  }
}

resource "github_repository" "fail_ruleset_excluded" {
  expect_failure = true
  attrs = {
    name    = "ruleset_excluded"
    node_id = "R_ruleset_excluded"
  }
}

resource "github_repository_ruleset" "ruleset_excluded" {
  skip = true
  attrs = {
    name        = "main"
    repository  = "ruleset_excluded"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~ALL"], exclude = ["refs/heads/main"] }] }]
    rules       = [{ pull_request = [{ required_approving_review_count = 1 }] }]
  }
}

resource "github_repository" "fail_ruleset_default_excluded" {
  expect_failure = true
  attrs = {
    name    = "ruleset_default_excluded"
    node_id = "R_ruleset_default_excluded"
  }
}

resource "github_repository_ruleset" "ruleset_default_excluded" {
  skip = true
  attrs = {
    name        = "main"
    repository  = "ruleset_default_excluded"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~ALL"], exclude = ["~DEFAULT_BRANCH"] }] }]
    rules       = [{ pull_request = [{ required_approving_review_count = 1 }] }]
  }
}
