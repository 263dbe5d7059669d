variable "insecure" {
  description = "Whether the receiver's certificate goes unchecked."
  type        = bool
}

variable "webhook_secret" {
  description = "Secret that deliveries are signed with."
  type        = string
  sensitive   = true
}

resource "github_repository_webhook" "ci" {
  repository = "shop"
  events     = ["push"]

  configuration {
    url          = "https://ci.example.org/hook"
    content_type = "json"
    insecure_ssl = var.insecure
    secret       = var.webhook_secret
  }
}
