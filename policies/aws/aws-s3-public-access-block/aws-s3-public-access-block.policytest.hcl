policytest {
  targets = ["aws-s3-public-access-block.policy.hcl"]
}

resource "aws_s3_bucket" "pass_all_four" {
  attrs = { id = "a" }
}

resource "aws_s3_bucket_public_access_block" "pass_a" {
  attrs = {
    bucket                  = aws_s3_bucket.pass_all_four.id
    block_public_acls       = true
    block_public_policy     = true
    ignore_public_acls      = true
    restrict_public_buckets = true
  }
}

# Two blocks of one bucket overwrite each other.
resource "aws_s3_bucket" "fail_two_halves" {
  expect_failure = true
  attrs          = { id = "b" }
}

resource "aws_s3_bucket_public_access_block" "b1" {
  skip  = true
  attrs = { bucket = "b", block_public_acls = true, block_public_policy = true }
}

resource "aws_s3_bucket_public_access_block" "b2" {
  skip  = true
  attrs = { bucket = "b", ignore_public_acls = true, restrict_public_buckets = true }
}

resource "aws_s3_bucket" "fail_no_block" {
  expect_failure = true
  attrs          = { id = "c" }
}

resource "aws_s3_bucket" "fail_left_out" {
  expect_failure = true
  attrs          = { id = "d" }
}

# Its bucket has the verdict.
resource "aws_s3_bucket_public_access_block" "pass_not_applicable_d" {
  attrs = { bucket = "d", block_public_acls = true, block_public_policy = true, ignore_public_acls = true }
}

resource "aws_s3_bucket" "fail_false" {
  expect_failure = true
  attrs          = { id = "e" }
}

resource "aws_s3_bucket_public_access_block" "e" {
  skip  = true
  attrs = { bucket = "e", block_public_acls = true, block_public_policy = false, ignore_public_acls = true, restrict_public_buckets = true }
}

resource "aws_s3_bucket" "fail_null" {
  expect_failure = true
  attrs          = { id = "f" }
}

resource "aws_s3_bucket_public_access_block" "f" {
  skip  = true
  attrs = { bucket = "f", block_public_acls = true, block_public_policy = null, ignore_public_acls = true, restrict_public_buckets = true }
}

resource "aws_s3_bucket_public_access_block" "fail_bucket_elsewhere" {
  expect_failure = true
  attrs          = { bucket = "not-managed-here", block_public_acls = true }
}

# The block of another account does not count.
resource "aws_s3_account_public_access_block" "fail_other_account" {
  expect_failure = true
  attrs          = { account_id = "111122223333", block_public_acls = true, block_public_policy = true, ignore_public_acls = true }
}

resource "aws_s3_access_point" "pass_default" {
  attrs = { name = "ap", bucket = "a" }
}

resource "aws_s3_access_point" "pass_stated" {
  attrs = { name = "ap", bucket = "a", public_access_block_configuration = [{ block_public_acls = true, block_public_policy = null }] }
}

resource "aws_s3_access_point" "fail_one_off" {
  expect_failure = true
  attrs          = { name = "ap", bucket = "a", public_access_block_configuration = [{ block_public_acls = true, block_public_policy = false }] }
}

resource "aws_s3control_multi_region_access_point" "pass_default" {
  attrs = { details = [{ name = "m", region = [{ bucket = "a" }] }] }
}

resource "aws_s3control_multi_region_access_point" "fail_one_off" {
  expect_failure = true
  attrs          = { details = [{ name = "m", region = [{ bucket = "a" }], public_access_block = [{ restrict_public_buckets = false }] }] }
}
