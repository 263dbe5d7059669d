variable "permissions" {
  description = "What the token of a workflow may do."
  type        = string
}

resource "github_workflow_repository_permissions" "shop" {
  repository                       = "shop"
  default_workflow_permissions     = var.permissions
  can_approve_pull_request_reviews = false
}

resource "github_actions_repository_permissions" "shop" {
  repository      = "shop"
  allowed_actions = "local_only"
}
