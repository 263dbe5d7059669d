# No backups at all: the provider sends 0 when nothing is stated.
resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 50
}

# Longer than erased data may live on.
resource "aws_rds_cluster" "letters" {
  cluster_identifier      = "letters"
  engine                  = "aurora-postgresql"
  backup_retention_period = 35
}

# One day.
resource "aws_docdb_cluster" "profiles" {
  cluster_identifier = "profiles"
}
