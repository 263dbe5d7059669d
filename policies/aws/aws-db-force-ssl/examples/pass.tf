resource "aws_db_parameter_group" "orders" {
  name   = "orders"
  family = "mysql8.0"

  parameter {
    name  = "require_secure_transport"
    value = "ON"
  }
}

resource "aws_db_instance" "orders" {
  identifier           = "orders"
  engine               = "mysql"
  engine_version       = "8.0"
  instance_class       = "db.t4g.small"
  allocated_storage    = 20
  parameter_group_name = aws_db_parameter_group.orders.name
}

# PostgreSQL demands TLS by default from version 15.
resource "aws_db_instance" "users" {
  identifier        = "users"
  engine            = "postgres"
  engine_version    = "16.4"
  instance_class    = "db.t4g.small"
  allocated_storage = 20
}

resource "aws_rds_cluster_parameter_group" "events" {
  name   = "events"
  family = "aurora-postgresql16"

  dynamic "parameter" {
    for_each = { "rds.force_ssl" = "1" }

    content {
      name  = parameter.key
      value = parameter.value
    }
  }
}
