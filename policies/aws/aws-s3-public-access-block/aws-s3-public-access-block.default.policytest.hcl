# AWS's own default counts; what is stated must still be complete.

policytest {
  targets = ["aws-s3-public-access-block.policy.hcl"]
}

inputs {
  s3_public_access_block_explicit = false
}

resource "aws_s3_bucket" "pass_no_block" {
  attrs = { id = "a" }
}

resource "aws_s3_bucket" "fail_incomplete_block" {
  expect_failure = true
  attrs          = { id = "b" }
}

resource "aws_s3_bucket_public_access_block" "b" {
  skip  = true
  attrs = { bucket = "b", block_public_acls = true }
}

resource "aws_s3_account_public_access_block" "pass_account" {
  skip  = true
  attrs = { account_id = "111122223333", block_public_acls = true, block_public_policy = true, ignore_public_acls = true, restrict_public_buckets = true }
}
