variable "flow_logs" {
  description = "Whether flow logs are kept; only a caller decides."
  type        = bool
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "main" {
  count           = var.flow_logs ? 1 : 0
  vpc_id          = aws_vpc.main.id
  traffic_type    = "ALL"
  log_destination = "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/flow"
  iam_role_arn    = "arn:aws:iam::111122223333:role/flow-logs"
}
