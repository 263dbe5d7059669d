variable "encrypted" {
  description = "Whether the data is encrypted; only a caller decides."
  type        = bool
}

resource "aws_rds_cluster" "letters" {
  cluster_identifier = "letters"
  engine             = "aurora-postgresql"
  storage_encrypted  = var.encrypted
}

# Restored: the snapshot decides, and it is not part of the configuration.
resource "aws_db_instance" "restored" {
  identifier          = "restored"
  instance_class      = "db.t4g.medium"
  snapshot_identifier = "orders-before-migration"
}

# Not stated: false before version 6 of the provider, true since.
resource "aws_redshift_cluster" "reports" {
  cluster_identifier = "reports"
  node_type          = "ra3.large"
}
