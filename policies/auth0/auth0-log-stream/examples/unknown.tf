variable "region" {
  description = "Region that the logs go to."
  type        = string
}

resource "auth0_log_stream" "audit" {
  name = "audit"
  type = "eventbridge"

  sink {
    aws_account_id = "111122223333"
    aws_region     = var.region
  }
}
