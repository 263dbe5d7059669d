# The same policy where every bucket must state its encryption.

policytest {
  targets = ["aws-s3-bucket-sse.policy.hcl"]
}

inputs {
  s3_sse_explicit = true
}

resource "aws_s3_bucket" "pass_stated" {
  attrs = {
    id = "stated"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "stated" {
  skip = true
  attrs = {
    bucket = aws_s3_bucket.pass_stated.id
    rule   = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "AES256" }] }]
  }
}

resource "aws_s3_bucket" "pass_stated_inline" {
  attrs = {
    id = "inline"
    server_side_encryption_configuration = [{
      rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "AES256" }] }]
    }]
  }
}

resource "aws_s3_bucket" "fail_nothing_stated" {
  expect_failure = true
  attrs = {
    id = "silent"
  }
}

resource "aws_s3_bucket" "fail_null_block" {
  expect_failure = true
  attrs = {
    id                                   = "null"
    server_side_encryption_configuration = null
  }
}

resource "aws_s3_bucket" "fail_empty_block" {
  expect_failure = true
  attrs = {
    id                                   = "empty"
    server_side_encryption_configuration = []
  }
}

# Only the encryption of another bucket exists for this one.
resource "aws_s3_bucket" "fail_joined_to_another_bucket" {
  expect_failure = true
  attrs = {
    id = "stated-copy"
  }
}

resource "aws_s3_bucket" "fail_rule_without_algorithm" {
  expect_failure = true
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
