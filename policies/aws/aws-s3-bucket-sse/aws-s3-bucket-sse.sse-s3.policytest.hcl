# The same policy for a company that promises SSE-S3 and nothing else.

policytest {
  targets = ["aws-s3-bucket-sse.policy.hcl"]
}

inputs {
  s3_sse_algorithms = ["AES256"]
}

resource "aws_s3_bucket" "pass_sse_s3" {
  attrs = {
    id = "a"
    server_side_encryption_configuration = [{
      rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "AES256" }] }]
    }]
  }
}

resource "aws_s3_bucket" "fail_sse_kms" {
  expect_failure = true
  attrs = {
    id = "b"
    server_side_encryption_configuration = [{
      rule = [{ apply_server_side_encryption_by_default = [{ sse_algorithm = "aws:kms" }] }]
    }]
  }
}

resource "aws_s3_object" "fail_object_sse_kms" {
  expect_failure = true
  attrs = {
    bucket                 = "a"
    key                    = "a.csv"
    server_side_encryption = "aws:kms"
  }
}
