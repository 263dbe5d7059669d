# The same policy where the encryption that AWS applies by itself counts.

policytest {
  targets = ["aws-s3-bucket-sse.policy.hcl"]
}

inputs {
  s3_sse_explicit = false
}

resource "aws_s3_bucket" "pass_nothing_stated" {
  attrs = {
    id = "silent"
  }
}

resource "aws_s3_bucket" "pass_stated" {
  attrs = {
    id = "stated"
    server_side_encryption_configuration = [{
      rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "AES256" }] }]
    }]
  }
}

resource "aws_s3_bucket" "fail_stated_and_not_allowed" {
  expect_failure = true
  attrs = {
    id = "odd"
    server_side_encryption_configuration = [{
      rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "none" }] }]
    }]
  }
}
