resource "auth0_log_stream" "audit" {
  name   = "audit"
  type   = "eventbridge"
  status = "paused"

  sink {
    aws_account_id = "111122223333"
    aws_region     = "us-east-1"
  }
}
