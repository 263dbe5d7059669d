variable "signed" {
  description = "Whether commits must be signed."
  type        = bool
}

resource "github_branch_protection" "shop" {
  repository_id          = "shop"
  pattern                = "main"
  enforce_admins         = true
  require_signed_commits = var.signed
}
