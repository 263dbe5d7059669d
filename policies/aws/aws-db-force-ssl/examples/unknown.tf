variable "force_ssl" {
  type = string
}

variable "engine_version" {
  type = string
}

resource "aws_db_parameter_group" "users" {
  name   = "users"
  family = "postgres14"

  parameter {
    name  = "rds.force_ssl"
    value = var.force_ssl
  }
}

resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "postgres"
  engine_version    = var.engine_version
  instance_class    = "db.t4g.small"
  allocated_storage = 20
}
