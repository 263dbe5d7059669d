resource "aws_secretsmanager_secret" "db" {
  name = "orders-db"
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
  handler       = "index.handler"
  runtime       = "nodejs22.x"
  filename      = "orders.zip"

  environment {
    variables = {
      LOG_LEVEL   = "info"
      DB_PASSWORD = "/orders/db/password"
    }
  }
}

resource "aws_ecs_task_definition" "web" {
  family = "web"

  container_definitions = jsonencode([{
    name        = "web"
    image       = "example/web:1"
    environment = [{ name = "SESSION_SECRET", value = "" }, { name = "PORT", value = "8080" }]
    secrets     = [{ name = "DB_PASSWORD", valueFrom = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders-db" }]
  }])
}
