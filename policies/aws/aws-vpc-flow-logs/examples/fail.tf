resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

# Records the accepted traffic of one subnet only.
resource "aws_flow_log" "subnet" {
  subnet_id       = aws_subnet.a.id
  traffic_type    = "ACCEPT"
  log_destination = "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/flow"
  iam_role_arn    = "arn:aws:iam::111122223333:role/flow-logs"
}

resource "aws_subnet" "a" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.0.0/24"
}

resource "aws_subnet" "b" {
  vpc_id     = aws_vpc.main.id
  cidr_block = "10.0.1.0/24"
}
