policytest {
  targets = ["aws-log-group-retention.policy.hcl"]
}

# Another company's range: 7 to 400 days.
inputs {
  log_retention_min_days = 7
  log_retention_max_days = 400
}

resource "aws_cloudwatch_log_group" "pass_a_year" {
  attrs = {
    name              = "/app/a"
    retention_in_days = 365
  }
}

resource "aws_cloudwatch_log_group" "pass_a_week" {
  attrs = {
    name              = "/app/b"
    retention_in_days = 7
  }
}

resource "aws_cloudwatch_log_group" "fail_too_long" {
  expect_failure = true
  attrs = {
    name              = "/app/c"
    retention_in_days = 545
  }
}
