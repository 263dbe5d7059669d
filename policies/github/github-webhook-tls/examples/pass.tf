resource "random_uuid" "webhook" {}

resource "github_repository_webhook" "ci" {
  repository = "shop"
  events     = ["push"]

  configuration {
    url          = "https://ci.example.org/hook"
    content_type = "json"
    insecure_ssl = false
    secret       = random_uuid.webhook.id
  }
}
