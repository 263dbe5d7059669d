variable "db_password" {
  description = "Given by the pipeline; has no default."
  type        = string
  sensitive   = true
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "orders.zip"

  environment {
    variables = {
      DB_PASSWORD = var.db_password
    }
  }
}
