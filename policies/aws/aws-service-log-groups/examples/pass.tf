resource "aws_cloudwatch_log_group" "orders" {
  name              = "/aws/lambda/orders"
  retention_in_days = 30
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "orders.zip"
}

resource "aws_cloudwatch_log_group" "shared" {
  name              = "/app/shared"
  retention_in_days = 30
}

# Writes into a group of another name.
resource "aws_lambda_function" "letters" {
  function_name = "letters"
  role          = "arn:aws:iam::111122223333:role/letters"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "letters.zip"

  logging_config {
    log_format = "JSON"
    log_group  = aws_cloudwatch_log_group.shared.name
  }
}

resource "aws_db_instance" "orders" {
  identifier                      = "orders"
  instance_class                  = "db.t4g.medium"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

resource "aws_cloudwatch_log_group" "orders_db" {
  name              = "/aws/rds/instance/${aws_db_instance.orders.identifier}/postgresql"
  retention_in_days = 30
}
