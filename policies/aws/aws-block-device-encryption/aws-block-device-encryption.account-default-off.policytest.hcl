policytest {
  targets = ["aws-block-device-encryption.policy.hcl"]
}

resource "aws_ebs_encryption_by_default" "region" {
  skip = true
  attrs = {
    enabled = false
  }
}

resource "aws_ebs_volume" "fail_not_set" {
  expect_failure = true
  attrs = {
    size = 20
  }
}
