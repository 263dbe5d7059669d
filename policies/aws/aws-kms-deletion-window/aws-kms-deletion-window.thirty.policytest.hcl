policytest {
  targets = ["aws-kms-deletion-window.policy.hcl"]
}

# Another company demands the whole month.
inputs {
  kms_deletion_window_min_days = 30
}

resource "aws_kms_key" "pass_default" {
  attrs = {
    description = "a"
  }
}

resource "aws_kms_key" "fail_fourteen" {
  expect_failure = true
  attrs = {
    deletion_window_in_days = 14
  }
}
