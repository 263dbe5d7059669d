policytest {
  targets = ["aws-cloudtrail.policy.hcl"]
}

resource "aws_cloudtrail" "pass_advanced_with_management" {
  attrs = {
    name                       = "a"
    is_multi_region_trail      = true
    enable_log_file_validation = true
    cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
    kms_key_id                 = "alias/audit"
    advanced_event_selector = [
      { field_selector = [{ field = "eventCategory", equals = ["Management"] }] },
      { field_selector = [{ field = "eventCategory", equals = ["Data"] }, { field = "resources.type", equals = ["AWS::S3::Object"] }] },
    ]
  }
}

resource "aws_cloudtrail" "pass_selector_with_defaults" {
  attrs = {
    name                       = "b"
    is_multi_region_trail      = true
    enable_log_file_validation = true
    cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
    kms_key_id                 = "alias/audit"
    event_selector             = [{ read_write_type = null, include_management_events = null, exclude_management_event_sources = null }]
  }
}
