resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

# 90 days are fine for audit logs, but flow logs are traffic data.
resource "aws_cloudwatch_log_group" "flow" {
  name              = "/vpc/flow"
  retention_in_days = 90
}

resource "aws_flow_log" "main" {
  vpc_id          = aws_vpc.main.id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.flow.arn
  iam_role_arn    = "arn:aws:iam::111122223333:role/flow-logs"
}

# Never expires.
resource "aws_cloudwatch_log_group" "vpn" {
  name = "/vpn/connections"
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
    cloudwatch_log_group = aws_cloudwatch_log_group.vpn.name
  }
}
