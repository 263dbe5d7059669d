resource "auth0_log_stream" "audit" {
  name = "audit"
  type = "eventbridge"

  sink {
    aws_account_id = "111122223333"
    aws_region     = "eu-central-1"
  }
}
