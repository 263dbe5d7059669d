policytest {
  targets = ["aws-ssm-secure-string.policy.hcl"]
}

resource "aws_ssm_parameter" "pass_encrypted" {
  attrs = {
    name = "/orders/db/password"
    type = "SecureString"
  }
}

resource "aws_ssm_parameter" "fail_plain_password" {
  expect_failure = true
  attrs = {
    name = "/orders/db/password"
    type = "String"
  }
}

resource "aws_ssm_parameter" "fail_plain_token" {
  expect_failure = true
  attrs = {
    name = "GITHUB_TOKEN"
    type = "String"
  }
}

resource "aws_ssm_parameter" "fail_plain_keys" {
  expect_failure = true
  attrs = {
    name = "orders.api-keys"
    type = "StringList"
  }
}

# Says nothing of a secret, or tells where one is.
resource "aws_ssm_parameter" "pass_harmless" {
  attrs = {
    name = "/orders/log-level"
    type = "String"
  }
}

resource "aws_ssm_parameter" "pass_about_a_secret" {
  attrs = {
    name = "/orders/password-min-length"
    type = "String"
  }
}

resource "aws_ssm_parameter" "pass_arn_of_a_secret" {
  attrs = {
    name = "/orders/secret-arn"
    type = "String"
  }
}
