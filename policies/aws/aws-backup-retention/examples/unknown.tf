variable "backup_days" {
  description = "Days that backups are kept; has no default."
  type        = number
}

resource "aws_db_instance" "orders" {
  identifier              = "orders"
  engine                  = "postgres"
  instance_class          = "db.t4g.medium"
  allocated_storage       = 50
  backup_retention_period = var.backup_days
}
