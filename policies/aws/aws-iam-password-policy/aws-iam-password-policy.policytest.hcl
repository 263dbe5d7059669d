policytest {
  targets = ["aws-iam-password-policy.policy.hcl"]
}

resource "aws_iam_account_password_policy" "pass_fifteen" {
  attrs = {
    minimum_password_length = 15
  }
}

resource "aws_iam_account_password_policy" "pass_written_out" {
  attrs = {
    minimum_password_length        = 20
    max_password_age               = 0
    allow_users_to_change_password = true
    require_symbols                = false
  }
}

# Declared without the argument: 6.
resource "aws_iam_account_password_policy" "fail_not_set" {
  expect_failure = true
  attrs = {
    require_symbols = true
  }
}

resource "aws_iam_account_password_policy" "fail_null" {
  expect_failure = true
  attrs = {
    minimum_password_length = null
  }
}

resource "aws_iam_account_password_policy" "fail_fourteen" {
  expect_failure = true
  attrs = {
    minimum_password_length = 14
  }
}

resource "aws_iam_account_password_policy" "fail_quarterly_change" {
  expect_failure = true
  attrs = {
    minimum_password_length = 15
    max_password_age        = 90
  }
}

resource "aws_iam_account_password_policy" "pass_age_null" {
  attrs = {
    minimum_password_length = 15
    max_password_age        = null
  }
}

resource "aws_iam_account_password_policy" "fail_change_forbidden" {
  expect_failure = true
  attrs = {
    minimum_password_length        = 15
    allow_users_to_change_password = false
  }
}

# Composition rules are neither demanded nor refused.
resource "aws_iam_account_password_policy" "pass_with_composition" {
  attrs = {
    minimum_password_length      = 15
    require_lowercase_characters = true
    require_uppercase_characters = true
    require_numbers              = true
    require_symbols              = true
  }
}

resource "aws_iam_user_login_profile" "pass_reset_required" {
  attrs = {
    user                    = "a"
    password_reset_required = true
  }
}

resource "aws_iam_user_login_profile" "fail_not_set" {
  expect_failure = true
  attrs = {
    user = "a"
  }
}

resource "aws_iam_user_login_profile" "fail_no_reset" {
  expect_failure = true
  attrs = {
    user                    = "a"
    password_reset_required = false
  }
}

resource "aws_iam_user_login_profile" "fail_short" {
  expect_failure = true
  attrs = {
    user                    = "a"
    password_reset_required = true
    password_length         = 10
  }
}

resource "aws_cognito_user_pool" "pass_fifteen" {
  attrs = {
    password_policy = [{ minimum_length = 15 }]
  }
}

# Eight characters, the default without a block, are enough beside a second factor.
resource "aws_cognito_user_pool" "pass_second_factor" {
  attrs = {
    mfa_configuration = "ON"
  }
}

resource "aws_cognito_user_pool" "fail_no_block" {
  expect_failure = true
  attrs = {
    name = "a"
  }
}

resource "aws_cognito_user_pool" "fail_optional_second_factor" {
  expect_failure = true
  attrs = {
    mfa_configuration = "OPTIONAL"
    password_policy   = [{ minimum_length = 8 }]
  }
}

resource "aws_cognito_user_pool" "fail_block_without_length" {
  expect_failure = true
  attrs = {
    mfa_configuration = "ON"
    password_policy   = [{ require_numbers = true }]
  }
}
