policytest {
  targets = ["aws-cloudtrail.policy.hcl"]
}

# Nothing but what is required: logs all management events, but of one region and without digests.
resource "aws_cloudtrail" "fail_required_arguments_only" {
  expect_failure = true
  attrs = {
    name           = "account"
    s3_bucket_name = "example-audit"
  }
}

resource "aws_cloudtrail" "pass_complete" {
  attrs = {
    name                          = "account"
    s3_bucket_name                = "example-audit"
    is_multi_region_trail         = true
    enable_log_file_validation    = true
    cloud_watch_logs_group_arn    = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
    kms_key_id                    = "alias/audit"
    event_selector                = []
    advanced_event_selector       = []
    include_global_service_events = true
    enable_logging                = true
  }
}

resource "aws_cloudtrail" "fail_without_key" {
  expect_failure = true
  attrs = {
    name                       = "account"
    is_multi_region_trail      = true
    enable_log_file_validation = true
    cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
    kms_key_id                 = null
  }
}

resource "aws_cloudtrail" "fail_without_log_group" {
  expect_failure = true
  attrs = {
    name                       = "account"
    is_multi_region_trail      = true
    enable_log_file_validation = true
    cloud_watch_logs_group_arn = ""
    kms_key_id                 = "alias/audit"
  }
}

resource "aws_cloudtrail" "fail_switched_off" {
  expect_failure = true
  attrs = {
    name                       = "account"
    enable_logging             = false
    is_multi_region_trail      = true
    enable_log_file_validation = true
    cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
    kms_key_id                 = "alias/audit"
  }
}

# A trail for one bucket's objects beside the complete one.
resource "aws_cloudtrail" "pass_data_events_beside_a_complete_trail" {
  attrs = {
    name                       = "objects"
    enable_log_file_validation = true
    cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
    kms_key_id                 = "alias/audit"
    event_selector = [{
      include_management_events = false
      data_resource             = [{ type = "AWS::S3::Object", values = ["arn:aws:s3:::example/"] }]
    }]
  }
}

resource "aws_cloudtrail" "fail_without_digests" {
  expect_failure = true
  attrs = {
    name                       = "account"
    is_multi_region_trail      = true
    enable_log_file_validation = false
    cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
    kms_key_id                 = "alias/audit"
  }
}

resource "aws_cloudtrail" "fail_digests_null" {
  expect_failure = true
  attrs = {
    name                       = "account"
    is_multi_region_trail      = true
    enable_log_file_validation = null
    cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
    kms_key_id                 = "alias/audit"
  }
}
