# MySQL 8.4 takes plain connections by default.
resource "aws_db_parameter_group" "orders" {
  name   = "orders"
  family = "mysql8.4"

  parameter {
    name  = "max_connections"
    value = "200"
  }
}

resource "aws_db_instance" "users" {
  identifier        = "users"
  engine            = "postgres"
  engine_version    = "14.13"
  instance_class    = "db.t4g.small"
  allocated_storage = 20
}
