policytest {
  targets = ["aws-s3-object-lock.policy.hcl"]
}

# Buckets without a trail are somebody else's matter, whatever their lock says.
resource "aws_s3_bucket" "pass_not_applicable_no_trail" {
  attrs = { id = "photos" }
}

resource "aws_s3_bucket_object_lock_configuration" "photos" {
  skip = true
  attrs = {
    bucket = "photos"
    rule   = [{ default_retention = [{ mode = "GOVERNANCE", years = 10 }] }]
  }
}

resource "aws_s3_bucket" "pass_upper_bound" {
  attrs = { id = "upper" }
}

resource "aws_cloudtrail" "upper" {
  skip  = true
  attrs = { name = "upper", s3_bucket_name = aws_s3_bucket.pass_upper_bound.id }
}

resource "aws_s3_bucket_object_lock_configuration" "upper" {
  skip = true
  attrs = {
    bucket = "upper"
    rule   = [{ default_retention = [{ mode = "COMPLIANCE", days = 90 }] }]
  }
}

resource "aws_s3_bucket" "pass_lower_bound" {
  attrs = { id = "lower" }
}

resource "aws_cloudtrail" "lower" {
  skip  = true
  attrs = { name = "lower", s3_bucket_name = aws_s3_bucket.pass_lower_bound.id }
}

resource "aws_s3_bucket_object_lock_configuration" "lower" {
  skip = true
  attrs = {
    bucket = "lower"
    rule   = [{ default_retention = [{ mode = "COMPLIANCE", days = 30, years = null }] }]
  }
}

resource "aws_s3_bucket" "fail_governance" {
  expect_failure = true
  attrs          = { id = "governance" }
}

resource "aws_cloudtrail" "governance" {
  skip  = true
  attrs = { name = "governance", s3_bucket_name = aws_s3_bucket.fail_governance.id }
}

resource "aws_s3_bucket_object_lock_configuration" "governance" {
  skip = true
  attrs = {
    bucket = "governance"
    rule   = [{ default_retention = [{ mode = "GOVERNANCE", days = 60 }] }]
  }
}

resource "aws_s3_bucket" "fail_too_long" {
  expect_failure = true
  attrs          = { id = "long" }
}

resource "aws_cloudtrail" "long" {
  skip  = true
  attrs = { name = "long", s3_bucket_name = aws_s3_bucket.fail_too_long.id }
}

resource "aws_s3_bucket_object_lock_configuration" "long" {
  skip = true
  attrs = {
    bucket = "long"
    rule   = [{ default_retention = [{ mode = "COMPLIANCE", days = 91 }] }]
  }
}

resource "aws_s3_bucket" "fail_too_short" {
  expect_failure = true
  attrs          = { id = "short" }
}

resource "aws_cloudtrail" "short" {
  skip  = true
  attrs = { name = "short", s3_bucket_name = aws_s3_bucket.fail_too_short.id }
}

resource "aws_s3_bucket_object_lock_configuration" "short" {
  skip = true
  attrs = {
    bucket = "short"
    rule   = [{ default_retention = [{ mode = "COMPLIANCE", days = 29 }] }]
  }
}

resource "aws_s3_bucket" "fail_years" {
  expect_failure = true
  attrs          = { id = "years" }
}

resource "aws_cloudtrail" "years" {
  skip  = true
  attrs = { name = "years", s3_bucket_name = aws_s3_bucket.fail_years.id }
}

resource "aws_s3_bucket_object_lock_configuration" "years" {
  skip = true
  attrs = {
    bucket = "years"
    rule   = [{ default_retention = [{ mode = "COMPLIANCE", days = null, years = 1 }] }]
  }
}

resource "aws_s3_bucket" "fail_no_period" {
  expect_failure = true
  attrs          = { id = "no-period" }
}

resource "aws_cloudtrail" "no-period" {
  skip  = true
  attrs = { name = "no-period", s3_bucket_name = aws_s3_bucket.fail_no_period.id }
}

resource "aws_s3_bucket_object_lock_configuration" "no-period" {
  skip = true
  attrs = {
    bucket = "no-period"
    rule   = [{ default_retention = [{ mode = "COMPLIANCE" }] }]
  }
}

resource "aws_s3_bucket" "fail_no_default_retention" {
  expect_failure = true
  attrs          = { id = "no-rule" }
}

resource "aws_cloudtrail" "no-rule" {
  skip  = true
  attrs = { name = "no-rule", s3_bucket_name = aws_s3_bucket.fail_no_default_retention.id }
}

resource "aws_s3_bucket_object_lock_configuration" "no-rule" {
  skip = true
  attrs = {
    bucket = "no-rule"
    rule   = []
  }
}

resource "aws_s3_bucket" "fail_null_rule" {
  expect_failure = true
  attrs          = { id = "null-rule" }
}

resource "aws_cloudtrail" "null-rule" {
  skip  = true
  attrs = { name = "null-rule", s3_bucket_name = aws_s3_bucket.fail_null_rule.id }
}

resource "aws_s3_bucket_object_lock_configuration" "null-rule" {
  skip = true
  attrs = {
    bucket = "null-rule"
    rule   = null
  }
}

resource "aws_s3_bucket" "fail_no_lock" {
  expect_failure = true
  attrs          = { id = "open" }
}

resource "aws_cloudtrail" "open" {
  skip  = true
  attrs = { name = "open", s3_bucket_name = "open" }
}

# The lock as a block of the bucket, as it was written before provider 4.
resource "aws_s3_bucket" "pass_inline" {
  attrs = {
    id = "inline"
    object_lock_configuration = [{
      object_lock_enabled = "Enabled"
      rule                = [{ default_retention = [{ mode = "COMPLIANCE", days = 45 }] }]
    }]
  }
}

resource "aws_cloudtrail" "inline" {
  skip  = true
  attrs = { name = "inline", s3_bucket_name = "inline" }
}

resource "aws_s3_bucket" "fail_inline_without_rule" {
  expect_failure = true
  attrs = {
    id                        = "inline-open"
    object_lock_configuration = [{ object_lock_enabled = "Enabled" }]
  }
}

resource "aws_cloudtrail" "inline_open" {
  skip  = true
  attrs = { name = "inline-open", s3_bucket_name = "inline-open" }
}
