variable "approvals" {
  description = "Approvals that a pull request needs."
  type        = number
}

resource "github_repository" "shop" {
  name       = "shop"
  visibility = "private"
}

resource "github_branch_protection" "shop" {
  repository_id  = github_repository.shop.node_id
  pattern        = "main"
  enforce_admins = true

  required_pull_request_reviews {
    required_approving_review_count = var.approvals
    dismiss_stale_reviews           = true
    require_last_push_approval      = true
  }
}
