policytest {
  targets = ["aws-s3-log-bucket-lifecycle.policy.hcl"]
}

# A bucket that nobody logs into may keep what it likes.
resource "aws_s3_bucket" "pass_not_applicable" {
  attrs = { id = "photos" }
}

# --- audit logs

resource "aws_s3_bucket" "pass_trail_upper_bound" {
  attrs = { id = "trail-a" }
}

resource "aws_cloudtrail" "a" {
  skip  = true
  attrs = { name = "a", s3_bucket_name = aws_s3_bucket.pass_trail_upper_bound.id }
}

resource "aws_s3_bucket_lifecycle_configuration" "trail_a" {
  skip = true
  attrs = {
    bucket = aws_s3_bucket.pass_trail_upper_bound.id
    rule   = [{ id = "expire", status = "Enabled", filter = [{}], expiration = [{ days = 90 }] }]
  }
}

resource "aws_s3_bucket" "pass_trail_lower_bound_by_prefix" {
  attrs = { id = "trail-b" }
}

resource "aws_cloudtrail" "b" {
  skip  = true
  attrs = { name = "b", s3_bucket_name = "trail-b", s3_key_prefix = "org" }
}

resource "aws_s3_bucket_lifecycle_configuration" "trail_b" {
  skip = true
  attrs = {
    bucket = "trail-b"
    rule = [
      { id = "expire", status = "Enabled", filter = [{ prefix = "org/" }], expiration = [{ days = 30 }] },
      # Another folder may go earlier.
      { id = "athena", status = "Enabled", filter = [{ prefix = "athena/" }], expiration = [{ days = 1 }] },
    ]
  }
}

resource "aws_s3_bucket" "pass_trail_inline" {
  attrs = {
    id             = "trail-c"
    lifecycle_rule = [{ enabled = true, prefix = null, expiration = [{ days = 60 }] }]
  }
}

resource "aws_cloudtrail" "c" {
  skip  = true
  attrs = { name = "c", s3_bucket_name = "trail-c", s3_key_prefix = null }
}

resource "aws_s3_bucket" "fail_trail_without_lifecycle" {
  expect_failure = true
  attrs          = { id = "trail-d" }
}

resource "aws_cloudtrail" "d" {
  skip  = true
  attrs = { name = "d", s3_bucket_name = "trail-d" }
}

resource "aws_s3_bucket" "fail_trail_too_long" {
  expect_failure = true
  attrs          = { id = "trail-e" }
}

resource "aws_cloudtrail" "e" {
  skip  = true
  attrs = { name = "e", s3_bucket_name = "trail-e" }
}

resource "aws_s3_bucket_lifecycle_configuration" "trail_e" {
  skip = true
  attrs = {
    bucket = "trail-e"
    rule   = [{ id = "expire", status = "Enabled", expiration = [{ days = 91 }] }]
  }
}

resource "aws_s3_bucket" "fail_trail_too_short" {
  expect_failure = true
  attrs          = { id = "trail-f" }
}

resource "aws_cloudtrail" "f" {
  skip  = true
  attrs = { name = "f", s3_bucket_name = "trail-f" }
}

# Two rules: the earlier one wins.
resource "aws_s3_bucket_lifecycle_configuration" "trail_f" {
  skip = true
  attrs = {
    bucket = "trail-f"
    rule = [
      { id = "late", status = "Enabled", expiration = [{ days = 60 }] },
      { id = "early", status = "Enabled", filter = [{ prefix = "AWSLogs/111122223333/" }], expiration = [{ days = 29 }] },
    ]
  }
}

resource "aws_s3_bucket" "fail_trail_disabled" {
  expect_failure = true
  attrs          = { id = "trail-g" }
}

resource "aws_cloudtrail" "g" {
  skip  = true
  attrs = { name = "g", s3_bucket_name = "trail-g" }
}

resource "aws_s3_bucket_lifecycle_configuration" "trail_g" {
  skip = true
  attrs = {
    bucket = "trail-g"
    rule   = [{ id = "expire", status = "Disabled", expiration = [{ days = 60 }] }]
  }
}

resource "aws_s3_bucket" "fail_trail_date_or_nothing" {
  expect_failure = true
  attrs          = { id = "trail-h" }
}

resource "aws_cloudtrail" "h" {
  skip  = true
  attrs = { name = "h", s3_bucket_name = "trail-h" }
}

resource "aws_s3_bucket_lifecycle_configuration" "trail_h" {
  skip = true
  attrs = {
    bucket = "trail-h"
    rule = [
      { id = "date", status = "Enabled", expiration = [{ date = "2030-01-01T00:00:00Z", days = 0 }] },
      { id = "null", status = "Enabled", expiration = [{ days = null }] },
      { id = "transition", status = "Enabled", transition = [{ days = 60, storage_class = "GLACIER" }] },
    ]
  }
}

resource "aws_s3_bucket" "fail_trail_partial_rules" {
  expect_failure = true
  attrs          = { id = "trail-i" }
}

resource "aws_cloudtrail" "i" {
  skip  = true
  attrs = { name = "i", s3_bucket_name = "trail-i" }
}

resource "aws_s3_bucket_lifecycle_configuration" "trail_i" {
  skip = true
  attrs = {
    bucket = "trail-i"
    rule = [
      { id = "tag", status = "Enabled", filter = [{ tag = [{ key = "a", value = "b" }] }], expiration = [{ days = 60 }] },
      { id = "and", status = "Enabled", filter = [{ and = [{ prefix = "", tags = { a = "b" } }] }], expiration = [{ days = 60 }] },
      { id = "size", status = "Enabled", filter = [{ object_size_greater_than = 1000 }], expiration = [{ days = 60 }] },
      { id = "folder", status = "Enabled", filter = [{ prefix = "other/" }], expiration = [{ days = 60 }] },
    ]
  }
}

resource "aws_s3_bucket" "fail_trail_inline_disabled" {
  expect_failure = true
  attrs = {
    id             = "trail-j"
    lifecycle_rule = [{ enabled = false, expiration = [{ days = 60 }] }]
  }
}

resource "aws_cloudtrail" "j" {
  skip  = true
  attrs = { name = "j", s3_bucket_name = "trail-j" }
}

# --- traffic data

resource "aws_s3_bucket" "pass_access_logs" {
  attrs = { id = "access-a" }
}

resource "aws_s3_bucket_logging" "a" {
  skip  = true
  attrs = { bucket = "photos", target_bucket = aws_s3_bucket.pass_access_logs.id, target_prefix = "photos/" }
}

resource "aws_s3_bucket_lifecycle_configuration" "access_a" {
  skip = true
  attrs = {
    bucket = "access-a"
    rule   = [{ id = "expire", status = "Enabled", filter = [{ prefix = "" }], expiration = [{ days = 70 }] }]
  }
}

# Traffic data has no lower bound.
resource "aws_s3_bucket" "pass_load_balancer" {
  attrs = { id = "access-b" }
}

resource "aws_lb" "b" {
  skip  = true
  attrs = { name = "b", access_logs = [{ bucket = "access-b", prefix = "lb", enabled = true }] }
}

resource "aws_s3_bucket_lifecycle_configuration" "access_b" {
  skip = true
  attrs = {
    bucket = "access-b"
    rule   = [{ id = "expire", status = "Enabled", prefix = "lb", expiration = [{ days = 7 }] }]
  }
}

resource "aws_s3_bucket" "pass_not_applicable_logging_off" {
  attrs = { id = "access-c" }
}

resource "aws_lb" "c" {
  skip  = true
  attrs = { name = "c", access_logs = [{ bucket = "access-c" }] }
}

resource "aws_elb" "c" {
  skip  = true
  attrs = { name = "c", access_logs = [{ bucket = "access-c", enabled = false }] }
}

resource "aws_flow_log" "c" {
  skip  = true
  attrs = { log_destination = "arn:aws:logs:eu-central-1:111122223333:log-group:flow", log_destination_type = "cloud-watch-logs" }
}

resource "aws_s3_bucket" "fail_load_balancer_without_lifecycle" {
  expect_failure = true
  attrs          = { id = "access-d" }
}

resource "aws_alb" "d" {
  skip  = true
  attrs = { name = "d", connection_logs = [{ bucket = "access-d", enabled = true }] }
}

resource "aws_s3_bucket" "fail_classic_load_balancer" {
  expect_failure = true
  attrs          = { id = "access-e" }
}

resource "aws_elb" "e" {
  skip  = true
  attrs = { name = "e", access_logs = [{ bucket = "access-e" }] }
}

resource "aws_s3_bucket_lifecycle_configuration" "access_e" {
  skip = true
  attrs = {
    bucket = "access-e"
    rule   = [{ id = "expire", status = "Enabled", expiration = [{ days = 71 }] }]
  }
}

resource "aws_s3_bucket" "fail_cloudfront" {
  expect_failure = true
  attrs          = { id = "access-f", bucket_domain_name = "access-f.s3.amazonaws.com" }
}

resource "aws_cloudfront_distribution" "f" {
  skip  = true
  attrs = { logging_config = [{ bucket = "access-f.s3.amazonaws.com" }] }
}

resource "aws_s3_bucket" "fail_flow_log_folder" {
  expect_failure = true
  attrs          = { id = "access-g", arn = "arn:aws:s3:::access-g" }
}

resource "aws_flow_log" "g" {
  skip  = true
  attrs = { log_destination = "arn:aws:s3:::access-g/vpc/", log_destination_type = "s3" }
}

resource "aws_s3_bucket" "fail_resolver_query_log" {
  expect_failure = true
  attrs          = { id = "access-h", arn = "arn:aws:s3:::access-h" }
}

resource "aws_route53_resolver_query_log_config" "h" {
  skip  = true
  attrs = { name = "h", destination_arn = "arn:aws:s3:::access-h" }
}

resource "aws_s3_bucket" "fail_web_acl" {
  expect_failure = true
  attrs          = { id = "aws-waf-logs-i", arn = "arn:aws:s3:::aws-waf-logs-i" }
}

resource "aws_wafv2_web_acl_logging_configuration" "i" {
  skip  = true
  attrs = { log_destination_configs = ["arn:aws:s3:::aws-waf-logs-i"] }
}

resource "aws_s3_bucket" "fail_inline_logging" {
  expect_failure = true
  attrs          = { id = "access-j" }
}

resource "aws_s3_bucket" "j" {
  skip  = true
  attrs = { id = "old", logging = [{ target_bucket = "access-j", target_prefix = null }] }
}

# A rule for one writer leaves the other's logs for ever.
resource "aws_s3_bucket" "fail_rule_for_one_of_two_writers" {
  expect_failure = true
  attrs          = { id = "access-k" }
}

resource "aws_s3_bucket_logging" "k1" {
  skip  = true
  attrs = { bucket = "photos", target_bucket = "access-k", target_prefix = "photos/" }
}

resource "aws_s3_bucket_logging" "k2" {
  skip  = true
  attrs = { bucket = "letters", target_bucket = "access-k", target_prefix = "letters/" }
}

resource "aws_s3_bucket_lifecycle_configuration" "access_k" {
  skip = true
  attrs = {
    bucket = "access-k"
    rule   = [{ id = "expire", status = "Enabled", filter = [{ prefix = "photos/" }], expiration = [{ days = 30 }] }]
  }
}
