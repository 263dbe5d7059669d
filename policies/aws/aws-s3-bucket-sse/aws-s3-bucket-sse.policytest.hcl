policytest {
  targets = ["aws-s3-bucket-sse.policy.hcl"]
}

resource "aws_s3_bucket" "pass_separate_by_reference" {
  attrs = {
    id     = "reports"
    bucket = "reports"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "reports" {
  skip = true
  attrs = {
    bucket = aws_s3_bucket.pass_separate_by_reference.id
    rule   = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "AES256" }] }]
  }
}

resource "aws_s3_bucket" "pass_separate_by_literal_name" {
  attrs = {
    id     = "letters"
    bucket = "letters"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "letters" {
  skip = true
  attrs = {
    bucket = "letters"
    rule = [{
      bucket_key_enabled                      = true
      apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms", kms_master_key_id = null }]
    }]
  }
}

resource "aws_s3_bucket" "pass_dual_layer" {
  attrs = {
    id = "dual"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "dual" {
  skip = true
  attrs = {
    bucket = "dual"
    rule   = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms:dsse" }] }]
  }
}

resource "aws_s3_bucket" "pass_inline" {
  attrs = {
    id = "invoices"
    server_side_encryption_configuration = [{
      rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms" }] }]
    }]
  }
}

resource "aws_s3_bucket" "pass_nothing_stated" {
  attrs = {
    id = "silent"
  }
}

resource "aws_s3_bucket" "pass_null_block" {
  attrs = {
    id                                   = "null"
    server_side_encryption_configuration = null
  }
}

resource "aws_s3_bucket" "pass_empty_block" {
  attrs = {
    id                                   = "empty"
    server_side_encryption_configuration = []
  }
}

# Only the encryption of another bucket exists for this one.
resource "aws_s3_bucket" "pass_joined_to_another_bucket" {
  attrs = {
    id     = "reports-copy"
    bucket = "reports-copy"
  }
}

resource "aws_s3_bucket" "pass_rule_without_algorithm" {
  attrs = {
    id = "keys-only"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "keys_only" {
  skip = true
  attrs = {
    bucket = "keys-only"
    rule   = [{ bucket_key_enabled = true }]
  }
}

resource "aws_s3_bucket" "fail_algorithm_not_allowed" {
  expect_failure = true
  attrs = {
    id = "odd"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "odd" {
  skip = true
  attrs = {
    bucket = "odd"
    rule   = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "none" }] }]
  }
}

resource "aws_s3_bucket" "fail_inline_not_allowed" {
  expect_failure = true
  attrs = {
    id = "odd-inline"
    server_side_encryption_configuration = [{
      rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "none" }] }]
    }]
  }
}

# One of two statements is enough to fail.
resource "aws_s3_bucket" "fail_inline_and_separate_disagree" {
  expect_failure = true
  attrs = {
    id = "mixed"
    server_side_encryption_configuration = [{
      rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "AES256" }] }]
    }]
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "mixed" {
  skip = true
  attrs = {
    bucket = "mixed"
    rule   = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "none" }] }]
  }
}

resource "aws_s3_object" "pass_object_sse_s3" {
  attrs = {
    bucket                 = "reports"
    key                    = "a.csv"
    server_side_encryption = "AES256"
  }
}

resource "aws_s3_object" "pass_not_applicable_object_default" {
  attrs = {
    bucket = "reports"
    key    = "b.csv"
  }
}

resource "aws_s3_object" "pass_not_applicable_object_null" {
  attrs = {
    bucket                 = "reports"
    key                    = "c.csv"
    server_side_encryption = null
  }
}

resource "aws_s3_bucket_object" "fail_old_object_type" {
  expect_failure = true
  attrs = {
    bucket                 = "reports"
    key                    = "d.csv"
    server_side_encryption = "none"
  }
}

resource "aws_s3_object_copy" "fail_copy" {
  expect_failure = true
  attrs = {
    bucket                 = "reports"
    key                    = "e.csv"
    source                 = "reports/d.csv"
    server_side_encryption = "aws:fsx"
  }
}
