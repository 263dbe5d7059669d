# A block of the whole account covers its buckets, switch by switch.

policytest {
  targets = ["aws-s3-public-access-block.policy.hcl"]
}

resource "aws_s3_account_public_access_block" "fail_three_of_four" {
  expect_failure = true
  attrs          = { block_public_acls = true, block_public_policy = true, ignore_public_acls = true }
}

resource "aws_s3_bucket" "fail_account_alone" {
  expect_failure = true
  attrs          = { id = "a" }
}

resource "aws_s3_bucket" "pass_account_and_own" {
  attrs = { id = "b" }
}

resource "aws_s3_bucket_public_access_block" "pass_b" {
  attrs = { bucket = "b", restrict_public_buckets = true }
}

resource "aws_s3_bucket_public_access_block" "pass_bucket_elsewhere" {
  attrs = { bucket = "not-managed-here", restrict_public_buckets = true }
}
