variable "token" {
  description = "Token of the deployment."
  type        = string
  sensitive   = true
}

resource "github_actions_secret" "token" {
  repository      = "shop"
  secret_name     = "DEPLOY_TOKEN"
  plaintext_value = var.token
}
