resource "aws_db_instance" "orders" {
  identifier              = "orders"
  engine                  = "postgres"
  instance_class          = "db.t4g.medium"
  allocated_storage       = 50
  backup_retention_period = 14
}

# A replica has no backups of its own.
resource "aws_db_instance" "orders_replica" {
  identifier          = "orders-replica"
  instance_class      = "db.t4g.medium"
  replicate_source_db = aws_db_instance.orders.identifier
}

resource "aws_rds_cluster" "letters" {
  cluster_identifier      = "letters"
  engine                  = "aurora-postgresql"
  backup_retention_period = 14
}

resource "aws_rds_cluster_instance" "letters" {
  cluster_identifier = aws_rds_cluster.letters.id
  engine             = aws_rds_cluster.letters.engine
  instance_class     = "db.r6g.large"
}

# Backed up by a plan of AWS Backup instead.
resource "aws_fsx_openzfs_file_system" "files" {
  storage_capacity                = 64
  deployment_type                 = "SINGLE_AZ_1"
  throughput_capacity             = 64
  subnet_ids                      = ["subnet-0000000000000000a"]
  automatic_backup_retention_days = 0
}

resource "aws_backup_vault" "daily" {
  name = "daily"
}

resource "aws_backup_plan" "daily" {
  name = "daily"

  rule {
    rule_name         = "daily"
    target_vault_name = aws_backup_vault.daily.name

    lifecycle {
      delete_after = 14
    }
  }
}

resource "aws_backup_selection" "files" {
  name         = "files"
  plan_id      = aws_backup_plan.daily.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_fsx_openzfs_file_system.files.arn]
}
