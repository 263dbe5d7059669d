policytest {
  targets = ["aws-iam-trust-wildcard.policy.hcl"]
}

resource "aws_iam_role" "pass_service" {
  attrs = {
    assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
  }
}

resource "aws_iam_role" "fail_everybody" {
  expect_failure = true
  attrs = {
    assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = "*" }] })
  }
}

resource "aws_iam_role" "fail_everybody_as_aws" {
  expect_failure = true
  attrs = {
    assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" } }] })
  }
}

resource "aws_iam_role" "fail_everybody_in_a_list" {
  expect_failure = true
  attrs = {
    assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = ["arn:aws:iam::111122223333:role/a", "*"] } }] })
  }
}

resource "aws_iam_role" "fail_all_but_one" {
  expect_failure = true
  attrs = {
    assume_role_policy = jsonencode({ Statement = { Effect = "Allow", Action = "sts:AssumeRole", NotPrincipal = { AWS = "arn:aws:iam::111122223333:role/a" } } })
  }
}

resource "aws_iam_role" "pass_own_organisation" {
  attrs = {
    assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { StringEquals = { "aws:PrincipalOrgID" = "o-1" } } }] })
  }
}

# Says nothing of who it is.
resource "aws_iam_role" "fail_everybody_over_tls" {
  expect_failure = true
  attrs = {
    assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "*" }, Condition = { Bool = { "aws:SecureTransport" = "true" } } }] })
  }
}

resource "aws_iam_role" "pass_denies_everybody" {
  attrs = {
    assume_role_policy = jsonencode({
      Statement = [
        { Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::111122223333:role/a" } },
        { Effect = "Deny", Action = "sts:AssumeRole", Principal = "*", Condition = { Bool = { "aws:SecureTransport" = "false" } } },
      ]
    })
  }
}

resource "aws_iam_role" "fail_unreadable" {
  expect_failure = true
  attrs = {
    assume_role_policy = "everybody"
  }
}

resource "aws_iam_role" "pass_github_one_repository" {
  attrs = {
    assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, Condition = { StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" }, StringLike = { "token.actions.githubusercontent.com:sub" = "repo:example/app:*" } } }] })
  }
}

resource "aws_iam_role" "fail_github_audience_only" {
  expect_failure = true
  attrs = {
    assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, Condition = { StringEquals = { "token.actions.githubusercontent.com:aud" = "sts.amazonaws.com" } } }] })
  }
}

resource "aws_iam_role" "fail_github_no_condition" {
  expect_failure = true
  attrs = {
    assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" } }] })
  }
}

resource "aws_iam_role" "fail_github_every_repository" {
  expect_failure = true
  attrs = {
    assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRoleWithWebIdentity", Principal = { Federated = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com" }, Condition = { StringLike = { "token.actions.githubusercontent.com:sub" = ["repo:example/app:*", "repo:*"] } } }] })
  }
}

resource "aws_iam_role" "pass_single_sign_on" {
  attrs = {
    assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "sts:AssumeRoleWithSAML", Principal = { Federated = "arn:aws:iam::111122223333:saml-provider/staff" } }] })
  }
}
