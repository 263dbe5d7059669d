policytest {
  targets = ["github-branch-protection-review.policy.hcl"]
}

# One ruleset of the organisation covers every repository but those that it leaves out.
resource "github_organization_ruleset" "all" {
  skip = true
  attrs = {
    name        = "main"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }], repository_name = [{ include = ["~ALL"], exclude = ["sandbox"] }] }]
    rules       = [{ pull_request = [{ required_approving_review_count = 1 }] }]
  }
}

resource "github_organization_ruleset" "without_count" {
  skip = true
  attrs = {
    name        = "sandbox"
    target      = "branch"
    enforcement = "active"
    conditions  = [{ ref_name = [{ include = ["~DEFAULT_BRANCH"], exclude = [] }], repository_name = [{ include = ["sandbox"], exclude = [] }] }]
    rules       = [{ pull_request = [{ require_last_push_approval = true }] }]
  }
}

resource "github_repository" "pass_shop" {
  attrs = {
    name    = "shop"
    node_id = "R_shop"
  }
}

resource "github_repository" "pass_docs" {
  attrs = {
    name    = "docs"
    node_id = "R_docs"
  }
}

resource "github_repository" "fail_sandbox" {
  expect_failure = true
  attrs = {
    name    = "sandbox"
    node_id = "R_sandbox"
  }
}
