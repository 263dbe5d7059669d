policytest {
  targets = ["aws-ebs-default-encryption.policy.hcl"]
}

resource "aws_ebs_encryption_by_default" "pass_default" {
  attrs = {
    id = "a"
  }
}

resource "aws_ebs_encryption_by_default" "pass_on" {
  attrs = {
    enabled = true
  }
}

resource "aws_ebs_encryption_by_default" "pass_null" {
  attrs = {
    enabled = null
  }
}

resource "aws_ebs_encryption_by_default" "fail_off" {
  expect_failure = true
  attrs = {
    enabled = false
  }
}
