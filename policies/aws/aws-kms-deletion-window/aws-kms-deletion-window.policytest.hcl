policytest {
  targets = ["aws-kms-deletion-window.policy.hcl"]
}

# 30 days without a value.
resource "aws_kms_key" "pass_default" {
  attrs = {
    description = "a"
  }
}

resource "aws_kms_key" "pass_seven" {
  attrs = {
    deletion_window_in_days = 7
  }
}

resource "aws_kms_key" "pass_null" {
  attrs = {
    deletion_window_in_days            = null
    bypass_policy_lockout_safety_check = null
  }
}

resource "aws_kms_external_key" "pass_thirty" {
  attrs = {
    deletion_window_in_days = 30
  }
}

resource "aws_kms_replica_key" "pass_ten" {
  attrs = {
    deletion_window_in_days = 10
  }
}

resource "aws_kms_replica_external_key" "pass_default" {
  attrs = {
    description = "a"
  }
}

resource "aws_kms_key" "fail_six" {
  expect_failure = true
  attrs = {
    deletion_window_in_days = 6
  }
}

resource "aws_kms_key" "fail_lockout_admitted" {
  expect_failure = true
  attrs = {
    bypass_policy_lockout_safety_check = true
  }
}

resource "aws_kms_key" "pass_lockout_refused" {
  attrs = {
    bypass_policy_lockout_safety_check = false
  }
}

# No key.
resource "aws_kms_alias" "pass_other_type" {
  attrs = {
    name = "alias/a"
  }
}
