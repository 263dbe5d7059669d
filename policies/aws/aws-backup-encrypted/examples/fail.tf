resource "aws_rds_cluster" "letters" {
  cluster_identifier      = "letters"
  engine                  = "aurora-postgresql"
  backup_retention_period = 14
}

resource "aws_db_cluster_snapshot" "before_migration" {
  db_cluster_identifier          = aws_rds_cluster.letters.cluster_identifier
  db_cluster_snapshot_identifier = "before-migration"
}
