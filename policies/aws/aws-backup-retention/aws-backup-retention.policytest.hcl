policytest {
  targets = ["aws-backup-retention.policy.hcl"]
}

resource "aws_db_instance" "pass_fourteen" {
  attrs = {
    backup_retention_period = 14
  }
}

resource "aws_db_instance" "fail_thirteen" {
  expect_failure = true
  attrs = {
    backup_retention_period = 13
  }
}

resource "aws_db_instance" "fail_fifteen" {
  expect_failure = true
  attrs = {
    backup_retention_period = 15
  }
}

resource "aws_rds_cluster" "pass_fourteen" {
  attrs = {
    backup_retention_period = 14
  }
}

resource "aws_rds_cluster" "fail_thirteen" {
  expect_failure = true
  attrs = {
    backup_retention_period = 13
  }
}

resource "aws_rds_cluster" "fail_fifteen" {
  expect_failure = true
  attrs = {
    backup_retention_period = 15
  }
}

resource "aws_docdb_cluster" "pass_fourteen" {
  attrs = {
    backup_retention_period = 14
  }
}

resource "aws_docdb_cluster" "fail_thirteen" {
  expect_failure = true
  attrs = {
    backup_retention_period = 13
  }
}

resource "aws_docdb_cluster" "fail_fifteen" {
  expect_failure = true
  attrs = {
    backup_retention_period = 15
  }
}

resource "aws_neptune_cluster" "pass_fourteen" {
  attrs = {
    backup_retention_period = 14
  }
}

resource "aws_neptune_cluster" "fail_thirteen" {
  expect_failure = true
  attrs = {
    backup_retention_period = 13
  }
}

resource "aws_neptune_cluster" "fail_fifteen" {
  expect_failure = true
  attrs = {
    backup_retention_period = 15
  }
}

resource "aws_docdbelastic_cluster" "pass_fourteen" {
  attrs = {
    backup_retention_period = 14
  }
}

resource "aws_docdbelastic_cluster" "fail_thirteen" {
  expect_failure = true
  attrs = {
    backup_retention_period = 13
  }
}

resource "aws_docdbelastic_cluster" "fail_fifteen" {
  expect_failure = true
  attrs = {
    backup_retention_period = 15
  }
}

resource "aws_redshift_cluster" "pass_fourteen" {
  attrs = {
    automated_snapshot_retention_period = 14
  }
}

resource "aws_redshift_cluster" "fail_thirteen" {
  expect_failure = true
  attrs = {
    automated_snapshot_retention_period = 13
  }
}

resource "aws_redshift_cluster" "fail_fifteen" {
  expect_failure = true
  attrs = {
    automated_snapshot_retention_period = 15
  }
}

resource "aws_memorydb_cluster" "pass_fourteen" {
  attrs = {
    snapshot_retention_limit = 14
  }
}

resource "aws_memorydb_cluster" "fail_thirteen" {
  expect_failure = true
  attrs = {
    snapshot_retention_limit = 13
  }
}

resource "aws_memorydb_cluster" "fail_fifteen" {
  expect_failure = true
  attrs = {
    snapshot_retention_limit = 15
  }
}

resource "aws_elasticache_replication_group" "pass_fourteen" {
  attrs = {
    snapshot_retention_limit = 14
  }
}

resource "aws_elasticache_replication_group" "fail_thirteen" {
  expect_failure = true
  attrs = {
    snapshot_retention_limit = 13
  }
}

resource "aws_elasticache_replication_group" "fail_fifteen" {
  expect_failure = true
  attrs = {
    snapshot_retention_limit = 15
  }
}

resource "aws_elasticache_cluster" "pass_fourteen" {
  attrs = {
    snapshot_retention_limit = 14
  }
}

resource "aws_elasticache_cluster" "fail_thirteen" {
  expect_failure = true
  attrs = {
    snapshot_retention_limit = 13
  }
}

resource "aws_elasticache_cluster" "fail_fifteen" {
  expect_failure = true
  attrs = {
    snapshot_retention_limit = 15
  }
}

resource "aws_elasticache_serverless_cache" "pass_fourteen" {
  attrs = {
    snapshot_retention_limit = 14
    engine                   = "valkey"
  }
}

resource "aws_elasticache_serverless_cache" "fail_thirteen" {
  expect_failure = true
  attrs = {
    snapshot_retention_limit = 13
    engine                   = "valkey"
  }
}

resource "aws_elasticache_serverless_cache" "fail_fifteen" {
  expect_failure = true
  attrs = {
    snapshot_retention_limit = 15
    engine                   = "valkey"
  }
}

resource "aws_fsx_windows_file_system" "pass_fourteen" {
  attrs = {
    automatic_backup_retention_days = 14
  }
}

resource "aws_fsx_windows_file_system" "fail_thirteen" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = 13
  }
}

resource "aws_fsx_windows_file_system" "fail_fifteen" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = 15
  }
}

resource "aws_fsx_lustre_file_system" "pass_fourteen" {
  attrs = {
    automatic_backup_retention_days = 14
    deployment_type                 = "PERSISTENT_2"
  }
}

resource "aws_fsx_lustre_file_system" "fail_thirteen" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = 13
    deployment_type                 = "PERSISTENT_2"
  }
}

resource "aws_fsx_lustre_file_system" "fail_fifteen" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = 15
    deployment_type                 = "PERSISTENT_2"
  }
}

resource "aws_fsx_ontap_file_system" "pass_fourteen" {
  attrs = {
    automatic_backup_retention_days = 14
  }
}

resource "aws_fsx_ontap_file_system" "fail_thirteen" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = 13
  }
}

resource "aws_fsx_ontap_file_system" "fail_fifteen" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = 15
  }
}

resource "aws_fsx_openzfs_file_system" "pass_fourteen" {
  attrs = {
    automatic_backup_retention_days = 14
  }
}

resource "aws_fsx_openzfs_file_system" "fail_thirteen" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = 13
  }
}

resource "aws_fsx_openzfs_file_system" "fail_fifteen" {
  expect_failure = true
  attrs = {
    automatic_backup_retention_days = 15
  }
}

resource "aws_db_instance" "fail_not_set" {
  expect_failure = true
  attrs = {
    engine = "postgres"
  }
}

resource "aws_rds_cluster" "fail_not_set" {
  expect_failure = true
  attrs = {
    engine = "aurora-postgresql"
  }
}

resource "aws_docdb_cluster" "fail_not_set" {
  expect_failure = true
  attrs = {
    engine = "docdb"
  }
}

resource "aws_neptune_cluster" "fail_not_set" {
  expect_failure = true
  attrs = {
    engine = "neptune"
  }
}

resource "aws_docdbelastic_cluster" "fail_not_set" {
  expect_failure = true
  attrs = {
    name = "a"
  }
}

resource "aws_redshift_cluster" "fail_not_set" {
  expect_failure = true
  attrs = {
    node_type = "ra3.large"
  }
}

resource "aws_memorydb_cluster" "fail_not_set" {
  expect_failure = true
  attrs = {
    acl_name = "app"
  }
}

resource "aws_fsx_windows_file_system" "fail_not_set" {
  expect_failure = true
  attrs = {
    throughput_capacity = 32
  }
}

resource "aws_fsx_lustre_file_system" "fail_not_set" {
  expect_failure = true
  attrs = {
    deployment_type = "PERSISTENT_1"
  }
}

resource "aws_fsx_ontap_file_system" "fail_not_set" {
  expect_failure = true
  attrs = {
    deployment_type = "SINGLE_AZ_1"
  }
}

resource "aws_fsx_openzfs_file_system" "fail_not_set" {
  expect_failure = true
  attrs = {
    deployment_type = "SINGLE_AZ_1"
  }
}

resource "aws_elasticache_replication_group" "fail_not_set" {
  expect_failure = true
  attrs = {
    engine = "valkey"
  }
}

resource "aws_elasticache_serverless_cache" "fail_not_set" {
  expect_failure = true
  attrs = {
    engine = "redis"
  }
}

resource "aws_db_instance" "fail_null" {
  expect_failure = true
  attrs = {
    backup_retention_period = null
  }
}

resource "aws_db_instance" "fail_switched_off" {
  expect_failure = true
  attrs = {
    backup_retention_period = 0
  }
}

resource "aws_db_instance" "pass_replica" {
  attrs = {
    replicate_source_db = "main"
  }
}

# The replica keeps backups of its own, and too long.
resource "aws_db_instance" "fail_replica_too_long" {
  expect_failure = true
  attrs = {
    replicate_source_db     = "main"
    backup_retention_period = 35
  }
}

resource "aws_db_instance" "fail_empty_source_is_no_replica" {
  expect_failure = true
  attrs = {
    replicate_source_db = ""
  }
}

resource "aws_fsx_lustre_file_system" "pass_scratch" {
  attrs = {
    storage_capacity = 1200
  }
}

# Memcached has no backups, and a member has those of its group.
resource "aws_elasticache_cluster" "pass_memcached" {
  attrs = {
    engine = "memcached"
  }
}

resource "aws_elasticache_cluster" "pass_member" {
  attrs = {
    replication_group_id = "sessions"
  }
}

resource "aws_elasticache_cluster" "fail_no_snapshots" {
  expect_failure = true
  attrs = {
    engine = "redis"
  }
}

resource "aws_db_instance_automated_backups_replication" "pass_default" {
  attrs = {
    source_db_instance_arn = "arn:aws:rds:eu-central-1:111122223333:db:main"
  }
}

resource "aws_db_instance_automated_backups_replication" "fail_too_long" {
  expect_failure = true
  attrs = {
    source_db_instance_arn = "arn:aws:rds:eu-central-1:111122223333:db:main"
    retention_period       = 35
  }
}

# Few days of its own, but a plan of AWS Backup selects it: by ARN, by type, or by tag.
resource "aws_db_instance" "pass_selected_by_arn" {
  attrs = {
    arn                     = "arn:aws:rds:eu-central-1:111122223333:db:orders"
    backup_retention_period = 1
  }
}

resource "aws_backup_selection" "by_arn" {
  skip = true
  attrs = {
    name      = "orders"
    resources = ["arn:aws:rds:eu-central-1:111122223333:db:orders"]
  }
}

resource "aws_fsx_ontap_file_system" "fail_tag_of_another" {
  expect_failure = true
  attrs = {
    arn  = "arn:aws:fsx:eu-central-1:111122223333:file-system/fs-2"
    tags = { backup = "weekly" }
  }
}

resource "aws_docdb_cluster" "pass_selected_by_tag" {
  attrs = {
    arn  = "arn:aws:rds:eu-central-1:111122223333:cluster:letters"
    tags = { backup = "daily" }
  }
}

resource "aws_backup_selection" "by_tag" {
  skip = true
  attrs = {
    name          = "tagged"
    selection_tag = [{ type = "STRINGEQUALS", key = "backup", value = "daily" }]
  }
}
