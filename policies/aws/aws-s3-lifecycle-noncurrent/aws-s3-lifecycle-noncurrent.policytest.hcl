policytest {
  targets = ["aws-s3-lifecycle-noncurrent.policy.hcl"]
}

resource "aws_s3_bucket" "pass_not_applicable_unversioned" {
  attrs = { id = "a" }
}

resource "aws_s3_bucket" "pass_not_applicable_disabled" {
  attrs = { id = "b", versioning = [{ enabled = false }] }
}

resource "aws_s3_bucket_versioning" "b" {
  skip  = true
  attrs = { bucket = "b", versioning_configuration = [{ status = "Disabled" }] }
}

resource "aws_s3_bucket" "pass_upper_bound" {
  attrs = { id = "c" }
}

resource "aws_s3_bucket_versioning" "c" {
  skip  = true
  attrs = { bucket = aws_s3_bucket.pass_upper_bound.id, versioning_configuration = [{ status = "Enabled" }] }
}

resource "aws_s3_bucket_lifecycle_configuration" "c" {
  skip = true
  attrs = {
    bucket = aws_s3_bucket.pass_upper_bound.id
    rule = [{
      id                            = "old", status = "Enabled", prefix = null, filter = [{ prefix = null }],
      noncurrent_version_expiration = [{ noncurrent_days = 14, newer_noncurrent_versions = null }]
    }]
  }
}

resource "aws_s3_bucket" "pass_inline" {
  attrs = {
    id             = "d"
    versioning     = [{ enabled = true }]
    lifecycle_rule = [{ enabled = true, noncurrent_version_expiration = [{ days = 1 }] }]
  }
}

# An empty filter and an empty prefix are the whole bucket.
resource "aws_s3_bucket" "pass_empty_filter" {
  attrs = { id = "e", object_lock_enabled = true }
}

resource "aws_s3_bucket_lifecycle_configuration" "e" {
  skip = true
  attrs = {
    bucket = "e"
    rule   = [{ id = "old", status = "Enabled", prefix = "", filter = [{}], noncurrent_version_expiration = [{ noncurrent_days = 7 }] }]
  }
}

resource "aws_s3_bucket" "fail_no_lifecycle" {
  expect_failure = true
  attrs          = { id = "f" }
}

resource "aws_s3_bucket_versioning" "f" {
  skip  = true
  attrs = { bucket = "f", versioning_configuration = [{ status = "Enabled" }] }
}

resource "aws_s3_bucket" "fail_suspended" {
  expect_failure = true
  attrs          = { id = "g" }
}

resource "aws_s3_bucket_versioning" "g" {
  skip  = true
  attrs = { bucket = "g", versioning_configuration = [{ status = "Suspended" }] }
}

resource "aws_s3_bucket" "fail_object_lock" {
  expect_failure = true
  attrs          = { id = "h", object_lock_enabled = true }
}

resource "aws_s3_bucket" "fail_inline_object_lock" {
  expect_failure = true
  attrs          = { id = "i", object_lock_configuration = [{ object_lock_enabled = "Enabled" }] }
}

resource "aws_s3_bucket" "fail_too_long" {
  expect_failure = true
  attrs          = { id = "j", versioning = [{ enabled = true }] }
}

resource "aws_s3_bucket_lifecycle_configuration" "j" {
  skip = true
  attrs = {
    bucket = "j"
    rule   = [{ id = "old", status = "Enabled", noncurrent_version_expiration = [{ noncurrent_days = 15 }] }]
  }
}

# An expiration of current objects only adds old versions.
resource "aws_s3_bucket" "fail_current_versions_only" {
  expect_failure = true
  attrs          = { id = "k", versioning = [{ enabled = true }] }
}

resource "aws_s3_bucket_lifecycle_configuration" "k" {
  skip = true
  attrs = {
    bucket = "k"
    rule   = [{ id = "expire", status = "Enabled", expiration = [{ days = 7 }], noncurrent_version_expiration = null }]
  }
}

resource "aws_s3_bucket" "fail_rules_that_do_not_count" {
  expect_failure = true
  attrs          = { id = "l", versioning = [{ enabled = true }] }
}

resource "aws_s3_bucket_lifecycle_configuration" "l" {
  skip = true
  attrs = {
    bucket = "l"
    rule = [
      { id = "disabled", status = "Disabled", noncurrent_version_expiration = [{ noncurrent_days = 7 }] },
      { id = "newer", status = "Enabled", noncurrent_version_expiration = [{ noncurrent_days = 7, newer_noncurrent_versions = 3 }] },
      { id = "prefix", status = "Enabled", filter = [{ prefix = "tmp/" }], noncurrent_version_expiration = [{ noncurrent_days = 7 }] },
      { id = "old-prefix", status = "Enabled", prefix = "tmp/", noncurrent_version_expiration = [{ noncurrent_days = 7 }] },
      { id = "tag", status = "Enabled", filter = [{ tag = [{ key = "a", value = "b" }] }], noncurrent_version_expiration = [{ noncurrent_days = 7 }] },
      { id = "and", status = "Enabled", filter = [{ and = [{ tags = { a = "b", c = "d" } }] }], noncurrent_version_expiration = [{ noncurrent_days = 7 }] },
      { id = "size", status = "Enabled", filter = [{ object_size_less_than = 9 }], noncurrent_version_expiration = [{ noncurrent_days = 7 }] },
      { id = "move", status = "Enabled", noncurrent_version_transition = [{ noncurrent_days = 7, storage_class = "GLACIER" }] },
    ]
  }
}

resource "aws_s3_bucket" "fail_inline_rules_that_do_not_count" {
  expect_failure = true
  attrs = {
    id         = "m"
    versioning = [{ enabled = true }]
    lifecycle_rule = [
      { enabled = false, noncurrent_version_expiration = [{ days = 7 }] },
      { enabled = true, prefix = "tmp/", noncurrent_version_expiration = [{ days = 7 }] },
      { enabled = true, tags = { a = "b" }, noncurrent_version_expiration = [{ days = 7 }] },
    ]
  }
}
