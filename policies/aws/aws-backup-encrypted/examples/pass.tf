resource "aws_db_instance" "orders" {
  identifier              = "orders"
  engine                  = "postgres"
  instance_class          = "db.t4g.medium"
  allocated_storage       = 50
  storage_encrypted       = true
  backup_retention_period = 14
}

resource "aws_db_snapshot" "before_migration" {
  db_instance_identifier = aws_db_instance.orders.identifier
  db_snapshot_identifier = "before-migration"
}

resource "aws_ebs_snapshot_copy" "files" {
  source_region      = "eu-central-1"
  source_snapshot_id = "snap-00000000000000000"
  encrypted          = true
}
