# No retention: kept for ever.
resource "aws_cloudwatch_log_group" "app" {
  name = "/app/web"
}

resource "aws_cloudwatch_log_group" "audit" {
  name              = "/audit/cloudtrail"
  retention_in_days = 365
}

resource "aws_cloudwatch_log_group" "batch" {
  name              = "/app/batch"
  retention_in_days = 7
}
