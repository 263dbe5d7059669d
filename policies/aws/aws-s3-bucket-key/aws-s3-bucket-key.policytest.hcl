policytest {
  targets = ["aws-s3-bucket-key.policy.hcl"]
}

resource "aws_kms_key" "own" {
  skip = true
  attrs = {
    id  = "1111"
    arn = "arn:aws:kms:eu-central-1:111122223333:key/1111"
  }
}

resource "aws_kms_alias" "own" {
  skip = true
  attrs = {
    name = "alias/data"
    arn  = "arn:aws:kms:eu-central-1:111122223333:alias/data"
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "pass_own_key_by_reference" {
  attrs = {
    bucket = "a"
    rule = [{
      bucket_key_enabled                      = true
      apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms", kms_master_key_id = aws_kms_key.own.arn }]
    }]
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "pass_own_alias" {
  attrs = {
    bucket = "b"
    rule = [{
      bucket_key_enabled                      = true
      apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms", kms_master_key_id = aws_kms_alias.own.name }]
    }]
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "pass_key_of_another_stack" {
  attrs = {
    bucket = "c"
    rule = [{
      bucket_key_enabled                      = true
      apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms", kms_master_key_id = "arn:aws:kms:eu-central-1:111122223333:key/2222" }]
    }]
  }
}

# Dual-layer encryption has no bucket key.
resource "aws_s3_bucket_server_side_encryption_configuration" "pass_dual_layer" {
  attrs = {
    bucket = "d"
    rule   = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms:dsse", kms_master_key_id = aws_kms_key.own.arn }] }]
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "pass_not_applicable_sse_s3" {
  attrs = {
    bucket = "e"
    rule   = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "AES256" }] }]
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "pass_not_applicable_no_algorithm" {
  attrs = {
    bucket = "f"
    rule   = [{ bucket_key_enabled = true }]
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "fail_bucket_key_unset" {
  expect_failure = true
  attrs = {
    bucket = "g"
    rule   = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms", kms_master_key_id = aws_kms_key.own.arn }] }]
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "fail_bucket_key_null" {
  expect_failure = true
  attrs = {
    bucket = "h"
    rule = [{
      bucket_key_enabled                      = null
      apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms", kms_master_key_id = aws_kms_key.own.arn }]
    }]
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "fail_key_unset" {
  expect_failure = true
  attrs = {
    bucket = "i"
    rule = [{
      bucket_key_enabled                      = true
      apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms" }]
    }]
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "fail_key_null" {
  expect_failure = true
  attrs = {
    bucket = "j"
    rule = [{
      bucket_key_enabled                      = true
      apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms", kms_master_key_id = null }]
    }]
  }
}

resource "aws_s3_bucket_server_side_encryption_configuration" "fail_key_of_aws" {
  expect_failure = true
  attrs = {
    bucket = "k"
    rule = [{
      bucket_key_enabled                      = true
      apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms", kms_master_key_id = "arn:aws:kms:eu-central-1:111122223333:alias/aws/s3" }]
    }]
  }
}

resource "aws_s3_bucket" "pass_inline_with_bucket_key" {
  attrs = {
    server_side_encryption_configuration = [{
      rule = [{ bucket_key_enabled = true, apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms" }] }]
    }]
  }
}

resource "aws_s3_bucket" "pass_not_applicable_without_block" {
  attrs = {
    bucket = "l"
  }
}

resource "aws_s3_bucket" "fail_inline_without_bucket_key" {
  expect_failure = true
  attrs = {
    server_side_encryption_configuration = [{
      rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms" }] }]
    }]
  }
}
