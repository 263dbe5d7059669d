variable "stage" {
  description = "Part of all names; has no default."
  type        = string
}

resource "aws_cloudwatch_log_group" "orders" {
  name              = "/aws/lambda/orders-${var.stage}"
  retention_in_days = 30
}

resource "aws_lambda_function" "orders" {
  function_name = "orders-${var.stage}"
  role          = "arn:aws:iam::111122223333:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "orders.zip"
}
