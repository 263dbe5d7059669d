variable "ssl_mode" {
  type = string
}

variable "require_tls" {
  type = bool
}

resource "aws_dms_endpoint" "orders" {
  endpoint_id   = "orders"
  endpoint_type = "source"
  engine_name   = "mysql"
  ssl_mode      = var.ssl_mode
}

resource "aws_db_proxy" "orders" {
  name           = "orders"
  engine_family  = "MYSQL"
  role_arn       = "arn:aws:iam::111122223333:role/proxy"
  vpc_subnet_ids = ["subnet-11111111", "subnet-22222222"]
  require_tls    = var.require_tls

  auth {
    secret_arn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:orders"
  }
}
