resource "random_password" "webhook" {
  length = 40
}

resource "github_repository_webhook" "ci" {
  repository = "shop"
  events     = ["push"]

  configuration {
    url          = "https://ci.example.org/hook"
    content_type = "json"
    insecure_ssl = false
    secret       = random_password.webhook.result
  }
}
