resource "github_repository_environment" "production" {
  repository          = "shop"
  environment         = "production"
  prevent_self_review = true
  can_admins_bypass   = false

  reviewers {
    teams = [42]
  }

  deployment_branch_policy {
    protected_branches     = true
    custom_branch_policies = false
  }
}
