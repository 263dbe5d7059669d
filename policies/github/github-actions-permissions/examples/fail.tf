resource "github_workflow_repository_permissions" "shop" {
  repository                       = "shop"
  default_workflow_permissions     = "write"
  can_approve_pull_request_reviews = false
}

resource "github_actions_repository_permissions" "shop" {
  repository      = "shop"
  allowed_actions = "all"
}
