resource "github_repository" "shop" {
  name       = "shop"
  visibility = "private"
}

resource "github_branch_protection" "shop" {
  repository_id  = github_repository.shop.node_id
  pattern        = "main"
  enforce_admins = true

  required_pull_request_reviews {
    required_approving_review_count = 1
    dismiss_stale_reviews           = true
    require_last_push_approval      = true
  }
}

resource "github_repository" "docs" {
  name       = "docs"
  visibility = "private"
}

resource "github_repository_ruleset" "docs" {
  name        = "main"
  repository  = github_repository.docs.name
  target      = "branch"
  enforcement = "active"

  conditions {
    ref_name {
      include = ["~DEFAULT_BRANCH"]
      exclude = []
    }
  }

  rules {
    deletion         = true
    non_fast_forward = true

    pull_request {
      required_approving_review_count = 1
      dismiss_stale_reviews_on_push   = true
      require_last_push_approval      = true
    }
  }
}

resource "github_repository" "old" {
  name     = "old"
  archived = true
}
