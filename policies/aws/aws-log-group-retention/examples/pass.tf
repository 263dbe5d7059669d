resource "aws_cloudwatch_log_group" "app" {
  name              = "/app/web"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "audit" {
  name_prefix       = "audit-"
  retention_in_days = 90
}

# Traffic data may end before the lower bound.
resource "aws_cloudwatch_log_group" "flow" {
  name              = "/vpc/flow"
  retention_in_days = 14
}

resource "aws_flow_log" "main" {
  vpc_id          = aws_vpc.main.id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.flow.arn
  iam_role_arn    = "arn:aws:iam::111122223333:role/flow-logs"
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}
