# The source is not part of the configuration.
resource "aws_db_snapshot" "before_migration" {
  db_instance_identifier = "orders"
  db_snapshot_identifier = "before-migration"
}
