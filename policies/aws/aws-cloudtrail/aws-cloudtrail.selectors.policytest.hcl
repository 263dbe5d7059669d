policytest {
  targets = ["aws-cloudtrail.policy.hcl"]
}

# No complete trail exists in this world, so each trail must be complete itself.
resource "aws_cloudtrail" "fail_no_management_events" {
  expect_failure = true
  attrs = {
    name                       = "a"
    is_multi_region_trail      = true
    enable_log_file_validation = true
    cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
    kms_key_id                 = "alias/audit"
    event_selector             = [{ include_management_events = false }]
  }
}

resource "aws_cloudtrail" "fail_writes_only" {
  expect_failure = true
  attrs = {
    name                       = "b"
    is_multi_region_trail      = true
    enable_log_file_validation = true
    cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
    kms_key_id                 = "alias/audit"
    event_selector             = [{ read_write_type = "WriteOnly" }]
  }
}

resource "aws_cloudtrail" "fail_key_use_left_out" {
  expect_failure = true
  attrs = {
    name                       = "c"
    is_multi_region_trail      = true
    enable_log_file_validation = true
    cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
    kms_key_id                 = "alias/audit"
    event_selector             = [{ exclude_management_event_sources = ["kms.amazonaws.com"] }]
  }
}

resource "aws_cloudtrail" "fail_advanced_without_management" {
  expect_failure = true
  attrs = {
    name                       = "d"
    is_multi_region_trail      = true
    enable_log_file_validation = true
    cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
    kms_key_id                 = "alias/audit"
    advanced_event_selector    = [{ field_selector = [{ field = "eventCategory", equals = ["Data"] }] }]
  }
}

resource "aws_cloudtrail" "fail_advanced_management_reads_only" {
  expect_failure = true
  attrs = {
    name                       = "e"
    is_multi_region_trail      = true
    enable_log_file_validation = true
    cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
    kms_key_id                 = "alias/audit"
    advanced_event_selector = [{
      field_selector = [
        { field = "eventCategory", equals = ["Management"] },
        { field = "readOnly", equals = ["true"] },
      ]
    }]
  }
}

resource "aws_cloudtrail" "fail_no_global_services" {
  expect_failure = true
  attrs = {
    name                          = "f"
    is_multi_region_trail         = true
    enable_log_file_validation    = true
    cloud_watch_logs_group_arn    = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
    kms_key_id                    = "alias/audit"
    include_global_service_events = false
  }
}
