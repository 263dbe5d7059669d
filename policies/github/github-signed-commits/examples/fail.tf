resource "github_branch_protection" "shop" {
  repository_id          = "shop"
  pattern                = "main"
  enforce_admins         = true
  require_signed_commits = false
}
