resource "github_actions_secret" "token" {
  repository      = "shop"
  secret_name     = "DEPLOY_TOKEN"
  plaintext_value = "not-a-real-secret"
}
