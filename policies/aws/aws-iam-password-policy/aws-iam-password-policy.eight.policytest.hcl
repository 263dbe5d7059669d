policytest {
  targets = ["aws-iam-password-policy.policy.hcl"]
}

# A company where everybody has a second factor.
inputs {
  password_min_length = 8
}

resource "aws_iam_account_password_policy" "pass_eight" {
  attrs = {
    minimum_password_length = 8
  }
}

resource "aws_iam_account_password_policy" "fail_not_set" {
  expect_failure = true
  attrs = {
    require_symbols = true
  }
}

resource "aws_cognito_user_pool" "pass_no_block" {
  attrs = {
    name = "a"
  }
}
