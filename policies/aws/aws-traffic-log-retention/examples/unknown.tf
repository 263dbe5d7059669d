variable "flow_log_group_arn" {
  description = "Log group of the network account; managed elsewhere."
  type        = string
}

resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

resource "aws_flow_log" "main" {
  vpc_id          = aws_vpc.main.id
  traffic_type    = "ALL"
  log_destination = var.flow_log_group_arn
  iam_role_arn    = "arn:aws:iam::111122223333:role/flow-logs"
}

# The group is named, but nothing here says how long it keeps its events.
resource "aws_route53_query_log" "zone" {
  zone_id                  = "Z0000000000000"
  cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:/dns/queries"
}
