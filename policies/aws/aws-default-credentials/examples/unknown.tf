variable "username" {
  description = "Name of the administrator; has no default."
  type        = string
}

resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = var.username
  manage_master_user_password = true
}
