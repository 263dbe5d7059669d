resource "github_repository_webhook" "ci" {
  repository = "shop"
  events     = ["push"]

  configuration {
    url          = "http://ci.example.org/hook"
    content_type = "json"
    insecure_ssl = true
  }
}
