variable "visibility" {
  description = "Who can see the repository."
  type        = string
}

resource "github_repository" "shop" {
  name       = "shop"
  visibility = var.visibility
}
