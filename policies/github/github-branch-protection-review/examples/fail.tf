resource "github_repository" "shop" {
  name       = "shop"
  visibility = "private"
}

# The ruleset is active, but without a number it asks for no approval.
resource "github_repository_ruleset" "shop" {
  name        = "main"
  repository  = github_repository.shop.name
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
      dismiss_stale_reviews_on_push = true
      require_last_push_approval    = true
    }
  }
}

# Administrators merge past the reviews.
resource "github_branch_protection" "docs" {
  repository_id = "docs"
  pattern       = "main"

  required_pull_request_reviews {
    required_approving_review_count = 1
    dismiss_stale_reviews           = true
    require_last_push_approval      = true
  }
}
