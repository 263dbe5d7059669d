policytest {
  targets = ["aws-mfa.policy.hcl"]
}

resource "aws_cognito_user_pool" "pass_on" {
  attrs = {
    mfa_configuration                = "ON"
    software_token_mfa_configuration = [{ enabled = true }]
  }
}

resource "aws_cognito_user_pool" "fail_not_set" {
  expect_failure = true
  attrs = {
    name = "a"
  }
}

resource "aws_cognito_user_pool" "fail_null" {
  expect_failure = true
  attrs = {
    mfa_configuration = null
  }
}

resource "aws_cognito_user_pool" "fail_optional" {
  expect_failure = true
  attrs = {
    mfa_configuration                = "OPTIONAL"
    software_token_mfa_configuration = [{ enabled = true }]
  }
}

resource "aws_cognito_user_pool" "fail_text_messages_only" {
  expect_failure = true
  attrs = {
    mfa_configuration = "ON"
  }
}

resource "aws_cognito_user_pool" "pass_passkeys" {
  attrs = {
    mfa_configuration       = "ON"
    web_authn_configuration = [{ user_verification = "required" }]
  }
}

resource "aws_ec2_client_vpn_endpoint" "pass_single_sign_on" {
  attrs = {
    authentication_options = [{ type = "federated-authentication" }]
  }
}

resource "aws_ec2_client_vpn_endpoint" "pass_directory_and_certificate" {
  attrs = {
    authentication_options = [{ type = "directory-service-authentication" }, { type = "certificate-authentication" }]
  }
}

resource "aws_ec2_client_vpn_endpoint" "fail_certificate_only" {
  expect_failure = true
  attrs = {
    authentication_options = [{ type = "certificate-authentication" }]
  }
}

# Services, federated identities and single roles are no people with passwords.
resource "aws_iam_role" "pass_service" {
  attrs = {
    assume_role_policy = jsonencode({ Statement = { Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } } })
  }
}

resource "aws_iam_role" "pass_single_sign_on" {
  attrs = {
    assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRoleWithSAML", Principal = { Federated = "arn:aws:iam::111122223333:saml-provider/staff" } }] })
  }
}

resource "aws_iam_role" "pass_pipeline" {
  attrs = {
    assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::111122223333:role/pipeline" } }] })
  }
}

resource "aws_iam_role" "fail_whole_account" {
  expect_failure = true
  attrs = {
    assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::111122223333:root" } }] })
  }
}

resource "aws_iam_role" "fail_account_number" {
  expect_failure = true
  attrs = {
    assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = ["111122223333"] } }] })
  }
}

resource "aws_iam_role" "fail_user" {
  expect_failure = true
  attrs = {
    assume_role_policy = jsonencode({ Statement = [{ Action = "sts:AssumeRole", Principal = { AWS = ["arn:aws:iam::111122223333:user/anna"] } }] })
  }
}

resource "aws_iam_role" "pass_user_with_second_factor" {
  attrs = {
    assume_role_policy = jsonencode({
      Statement = [{
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } }
      }]
    })
  }
}

resource "aws_iam_role" "pass_third_party" {
  attrs = {
    assume_role_policy = jsonencode({
      Statement = [{
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { AWS = "arn:aws:iam::444455556666:root" }
        Condition = { StringEquals = { "sts:ExternalId" = "agreed" } }
      }]
    })
  }
}

# A condition that says nothing of a second factor.
resource "aws_iam_role" "fail_other_condition" {
  expect_failure = true
  attrs = {
    assume_role_policy = jsonencode({
      Statement = [{
        Effect    = "Allow"
        Action    = "sts:AssumeRole"
        Principal = { AWS = "arn:aws:iam::111122223333:root" }
        Condition = { IpAddress = { "aws:SourceIp" = "203.0.113.0/24" } }
      }]
    })
  }
}
