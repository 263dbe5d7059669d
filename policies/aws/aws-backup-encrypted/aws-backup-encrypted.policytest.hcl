policytest {
  targets = ["aws-backup-encrypted.policy.hcl"]
}

resource "aws_db_instance" "pass_encrypted" {
  attrs = {
    backup_retention_period = 14
    storage_encrypted       = true
  }
}

resource "aws_db_instance" "fail_plain" {
  expect_failure = true
  attrs = {
    backup_retention_period = 14
  }
}

resource "aws_db_instance" "fail_off" {
  expect_failure = true
  attrs = {
    backup_retention_period = 14
    storage_encrypted       = false
  }
}

# No backups, nothing to encrypt.
resource "aws_db_instance" "pass_no_backups" {
  attrs = {
    engine = "postgres"
  }
}

resource "aws_db_instance" "pass_replica" {
  attrs = {
    replicate_source_db     = "main"
    backup_retention_period = 7
  }
}

resource "aws_db_instance" "pass_restored" {
  attrs = {
    snapshot_identifier     = "a"
    backup_retention_period = 7
  }
}

resource "aws_rds_cluster" "fail_plain" {
  expect_failure = true
  attrs = {
    engine = "aurora-mysql"
  }
}

resource "aws_rds_cluster" "pass_serverless_v1" {
  attrs = {
    engine_mode = "serverless"
  }
}

resource "aws_rds_cluster" "pass_encrypted" {
  attrs = {
    cluster_identifier = "letters"
    storage_encrypted  = true
  }
}

resource "aws_docdb_cluster" "fail_plain" {
  expect_failure = true
  attrs = {
    cluster_identifier = "profiles"
  }
}

resource "aws_docdb_cluster" "pass_encrypted" {
  attrs = {
    storage_encrypted = "true"
  }
}

resource "aws_neptune_cluster" "fail_null" {
  expect_failure = true
  attrs = {
    cluster_identifier = "graph"
    storage_encrypted  = null
  }
}

resource "aws_neptune_cluster" "pass_encrypted" {
  attrs = {
    storage_encrypted = true
  }
}

resource "aws_db_cluster_snapshot" "pass_of_encrypted" {
  attrs = {
    db_cluster_identifier = "letters"
  }
}

resource "aws_neptune_cluster_snapshot" "fail_of_plain" {
  expect_failure = true
  attrs = {
    db_cluster_identifier = "graph"
  }
}

resource "aws_db_instance" "orders" {
  skip = true
  attrs = {
    identifier        = "orders"
    storage_encrypted = true
  }
}

resource "aws_db_snapshot" "pass_of_encrypted" {
  attrs = {
    db_instance_identifier = "orders"
  }
}

resource "aws_db_instance" "old" {
  skip = true
  attrs = {
    identifier = "old"
  }
}

resource "aws_db_snapshot" "fail_of_plain" {
  expect_failure = true
  attrs = {
    db_instance_identifier = "old"
  }
}

# The source is managed elsewhere.
resource "aws_db_snapshot" "pass_of_looked_up" {
  attrs = {
    db_instance_identifier = "shared"
  }
}

data "aws_db_instance" "shared" {
  attrs = {
    db_instance_identifier = "shared"
    storage_encrypted      = true
  }
}

resource "aws_db_snapshot" "fail_of_nothing" {
  expect_failure = true
  attrs = {
    db_instance_identifier = "gone"
  }
}

resource "aws_db_snapshot_copy" "pass_with_key" {
  attrs = {
    source_db_snapshot_identifier = "plain"
    kms_key_id                    = "alias/backups"
  }
}

resource "aws_db_snapshot_copy" "pass_of_encrypted" {
  attrs = {
    source_db_snapshot_identifier = "encrypted"
  }
}

resource "aws_db_snapshot_copy" "fail_of_plain" {
  expect_failure = true
  attrs = {
    source_db_snapshot_identifier = "plain"
  }
}

resource "aws_db_snapshot_copy" "fail_empty_key" {
  expect_failure = true
  attrs = {
    source_db_snapshot_identifier = "plain"
    kms_key_id                    = ""
  }
}

data "aws_db_snapshot" "encrypted" {
  attrs = {
    db_snapshot_identifier = "encrypted"
    encrypted              = true
  }
}

data "aws_db_snapshot" "plain" {
  attrs = {
    db_snapshot_identifier = "plain"
    encrypted              = false
  }
}

resource "aws_ebs_snapshot_copy" "pass_stated" {
  attrs = {
    source_snapshot_id = "snap-2"
    encrypted          = true
  }
}

resource "aws_ebs_snapshot_copy" "pass_of_encrypted" {
  attrs = {
    source_snapshot_id = "snap-1"
  }
}

resource "aws_ebs_snapshot_copy" "fail_of_plain" {
  expect_failure = true
  attrs = {
    source_snapshot_id = "snap-2"
  }
}

data "aws_ebs_snapshot" "encrypted" {
  attrs = {
    snapshot_ids = ["snap-1"]
    encrypted    = true
  }
}

data "aws_ebs_snapshot" "plain" {
  attrs = {
    snapshot_ids = ["snap-2"]
    encrypted    = false
  }
}

resource "aws_ebs_snapshot_import" "pass_stated" {
  attrs = {
    encrypted = true
  }
}

resource "aws_ebs_snapshot_import" "fail_not_set" {
  expect_failure = true
  attrs = {
    description = "a"
  }
}

resource "aws_ami_copy" "pass_stated" {
  attrs = {
    source_ami_id = "ami-1"
    encrypted     = true
  }
}

resource "aws_ami_copy" "fail_not_set" {
  expect_failure = true
  attrs = {
    source_ami_id = "ami-1"
  }
}

data "aws_ami" "source" {
  attrs = {
    block_device_mappings = [{ device_name = "/dev/xvda", ebs = { encrypted = "false" } }]
  }
}

resource "aws_dlm_lifecycle_policy" "pass_encrypted_copies" {
  attrs = {
    policy_details = [{ schedule = [{ cross_region_copy_rule = [{ target = "eu-west-1", encrypted = true }] }] }]
  }
}

resource "aws_dlm_lifecycle_policy" "fail_plain_copies" {
  expect_failure = true
  attrs = {
    policy_details = [{ schedule = [{ cross_region_copy_rule = [{ target = "eu-west-1", encrypted = false }] }] }]
  }
}

resource "aws_dlm_lifecycle_policy" "fail_event_copies_not_stated" {
  expect_failure = true
  attrs = {
    policy_details = [{ action = [{ name = "copy", cross_region_copy = [{ target = "eu-west-1", encryption_configuration = [{}] }] }] }]
  }
}

resource "aws_dlm_lifecycle_policy" "pass_no_copies" {
  attrs = {
    policy_details = [{ schedule = [{ name = "daily" }] }]
  }
}
