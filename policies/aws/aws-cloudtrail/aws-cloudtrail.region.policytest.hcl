policytest {
  targets = ["aws-cloudtrail.policy.hcl"]
}

# The only trail of this world.
resource "aws_cloudtrail" "fail_one_region" {
  expect_failure = true
  attrs = {
    name                       = "account"
    is_multi_region_trail      = false
    enable_log_file_validation = true
    cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
    kms_key_id                 = "alias/audit"
  }
}

resource "aws_cloudtrail" "fail_region_not_set" {
  expect_failure = true
  attrs = {
    name                       = "account"
    enable_log_file_validation = true
    cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
    kms_key_id                 = "alias/audit"
  }
}
