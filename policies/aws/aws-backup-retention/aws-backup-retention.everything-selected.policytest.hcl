policytest {
  targets = ["aws-backup-retention.policy.hcl"]
}

# One selection takes everything.
resource "aws_backup_selection" "all" {
  skip = true
  attrs = {
    name      = "all"
    resources = ["*"]
  }
}

resource "aws_db_instance" "pass_without_own_backups" {
  attrs = {
    backup_retention_period = 0
  }
}

# AWS Backup does not know MemoryDB.
resource "aws_memorydb_cluster" "fail_not_supported" {
  expect_failure = true
  attrs = {
    snapshot_retention_limit = 0
  }
}
