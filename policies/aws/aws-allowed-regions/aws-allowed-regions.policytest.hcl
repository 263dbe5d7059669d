policytest {
  targets = ["aws-allowed-regions.policy.hcl"]
}

provider "aws" "pass_frankfurt" {
  attrs = {
    region = "eu-central-1"
  }
}

provider "aws" "fail_beijing" {
  expect_failure = true
  attrs = {
    region = "cn-north-1"
  }
}

# Taken from the environment, which is asked.
provider "aws" "pass_from_environment" {
  attrs = {
    alias = "ambient"
  }
}

data "aws_region" "current" {
  attrs = {
    region = "eu-central-1"
  }
}

resource "aws_s3_bucket" "pass_own_region" {
  attrs = {
    bucket = "a"
    region = "eu-west-1"
  }
}

resource "aws_s3_bucket" "fail_own_region_outside" {
  expect_failure = true
  attrs = {
    bucket = "a"
    region = "cn-northwest-1"
  }
}

resource "aws_s3_bucket" "pass_of_the_provider" {
  attrs = {
    bucket = "a"
  }
}

resource "aws_s3_bucket" "pass_null" {
  attrs = {
    bucket = "a"
    region = null
  }
}

resource "aws_dx_hosted_connection" "pass_reported" {
  attrs = {
    region = "cn-north-1"
  }
}

resource "aws_dynamodb_table" "pass_no_replica" {
  attrs = {
    name = "a"
  }
}

resource "aws_dynamodb_table" "pass_replicas" {
  attrs = {
    replica = [{ region_name = "eu-west-1" }, { region_name = "eu-north-1" }]
  }
}

resource "aws_dynamodb_table" "fail_one_replica_outside" {
  expect_failure = true
  attrs = {
    replica = [{ region_name = "eu-west-1" }, { region_name = "cn-north-1" }]
  }
}

resource "aws_dynamodb_global_table" "fail_replica" {
  expect_failure = true
  attrs = {
    replica = [{ region_name = "cn-north-1" }]
  }
}

resource "aws_secretsmanager_secret" "fail_replica" {
  expect_failure = true
  attrs = {
    replica = [{ region = "cn-north-1" }]
  }
}

resource "aws_efs_replication_configuration" "fail_destination" {
  expect_failure = true
  attrs = {
    destination = [{ region = "cn-north-1" }]
  }
}

resource "aws_keyspaces_keyspace" "fail_list" {
  expect_failure = true
  attrs = {
    replication_specification = [{ replication_strategy = "MULTI_REGION", region_list = ["eu-west-1", "cn-north-1"] }]
  }
}

resource "aws_ssmincidents_replication_set" "fail_regions" {
  expect_failure = true
  attrs = {
    regions = [{ name = "cn-north-1" }]
  }
}

resource "aws_redshift_snapshot_copy" "fail_destination" {
  expect_failure = true
  attrs = {
    destination_region = "cn-north-1"
  }
}

resource "aws_db_snapshot_copy" "pass_same_region" {
  attrs = {
    destination_region = null
  }
}

resource "aws_db_snapshot_copy" "fail_destination" {
  expect_failure = true
  attrs = {
    destination_region = "cn-north-1"
  }
}

resource "aws_rds_cluster_snapshot_copy" "fail_destination" {
  expect_failure = true
  attrs = {
    destination_region = "cn-north-1"
  }
}

resource "aws_dlm_lifecycle_policy" "fail_target" {
  expect_failure = true
  attrs = {
    policy_details = [{ schedule = [{ cross_region_copy_rule = [{ target = "cn-north-1", encrypted = true }] }] }]
  }
}

resource "aws_dlm_lifecycle_policy" "pass_outpost" {
  attrs = {
    policy_details = [{ schedule = [{ cross_region_copy_rule = [{ target = "arn:aws:outposts:eu-central-1:111122223333:outpost/op-1", encrypted = true }] }] }]
  }
}

resource "aws_ecr_replication_configuration" "fail_destination" {
  expect_failure = true
  attrs = {
    replication_configuration = [{ rule = [{ destination = [{ region = "eu-west-1" }, { region = "cn-north-1" }] }] }]
  }
}

resource "aws_backup_plan" "pass_copy" {
  attrs = {
    rule = [{ copy_action = [{ destination_vault_arn = "arn:aws:backup:eu-west-1:111122223333:backup-vault:copies" }] }]
  }
}

resource "aws_backup_plan" "fail_copy_outside" {
  expect_failure = true
  attrs = {
    rule = [{ copy_action = [{ destination_vault_arn = "arn:aws-cn:backup:cn-north-1:111122223333:backup-vault:copies" }] }]
  }
}

resource "aws_backup_plan" "pass_no_copy" {
  attrs = {
    rule = [{ rule_name = "a" }]
  }
}
