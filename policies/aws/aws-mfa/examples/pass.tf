data "aws_iam_policy_document" "admins" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:root"]
    }

    condition {
      test     = "Bool"
      variable = "aws:MultiFactorAuthPresent"
      values   = ["true"]
    }
  }
}

resource "aws_iam_role" "admin" {
  name               = "admin"
  assume_role_policy = data.aws_iam_policy_document.admins.json
}

resource "aws_ec2_client_vpn_endpoint" "staff" {
  client_cidr_block      = "10.8.0.0/22"
  server_certificate_arn = "arn:aws:acm:eu-central-1:111122223333:certificate/00000000-0000-0000-0000-000000000000"

  authentication_options {
    type              = "federated-authentication"
    saml_provider_arn = "arn:aws:iam::111122223333:saml-provider/staff"
  }

  connection_log_options {
    enabled              = true
    cloudwatch_log_group = "/vpn/connections"
  }
}
