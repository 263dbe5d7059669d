variable "retention" {
  description = "Days that the logs are kept; has no default."
  type        = number
}

resource "aws_cloudwatch_log_group" "app" {
  name              = "/app/web"
  retention_in_days = var.retention
}
