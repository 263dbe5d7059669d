policytest {
  targets = ["aws-customer-managed-key.policy.hcl"]
}

inputs {
  kms_own_keys = true
}

resource "aws_backup_logically_air_gapped_vault" "pass_own_key" {
  attrs = {
    encryption_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_backup_logically_air_gapped_vault" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_backup_vault" "pass_own_key" {
  attrs = {
    kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_backup_vault" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_cloudtrail_event_data_store" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_cloudtrail_event_data_store" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_cloudwatch_log_group" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_cloudwatch_log_group" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_db_instance" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_db_instance" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_dms_replication_instance" "pass_own_key" {
  attrs = {
    kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_dms_replication_instance" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_docdb_cluster" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_docdb_cluster" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_docdbelastic_cluster" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_docdbelastic_cluster" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_dsql_cluster" "pass_own_key" {
  attrs = {
    kms_encryption_key = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_dsql_cluster" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_dynamodb_table_replica" "pass_own_key" {
  attrs = {
    kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_dynamodb_table_replica" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_ebs_volume" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_ebs_volume" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_efs_file_system" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_efs_file_system" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_elasticache_replication_group" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_elasticache_replication_group" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_elasticache_serverless_cache" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_elasticache_serverless_cache" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_fsx_lustre_file_system" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_fsx_lustre_file_system" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_fsx_ontap_file_system" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_fsx_ontap_file_system" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_fsx_openzfs_file_system" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_fsx_openzfs_file_system" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_fsx_windows_file_system" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_fsx_windows_file_system" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_kinesis_stream" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_kinesis_stream" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_kinesis_video_stream" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_kinesis_video_stream" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_memorydb_cluster" "pass_own_key" {
  attrs = {
    kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_memorydb_cluster" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_mwaa_environment" "pass_own_key" {
  attrs = {
    kms_key = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_mwaa_environment" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_neptune_cluster" "pass_own_key" {
  attrs = {
    kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_neptune_cluster" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_neptunegraph_graph" "pass_own_key" {
  attrs = {
    kms_key_identifier = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_neptunegraph_graph" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_rds_cluster" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_rds_cluster" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_redshift_cluster" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_redshift_cluster" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_redshiftserverless_namespace" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_redshiftserverless_namespace" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_sagemaker_notebook_instance" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_sagemaker_notebook_instance" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_secretsmanager_secret" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_secretsmanager_secret" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_sns_topic" "pass_own_key" {
  attrs = {
    kms_master_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_sns_topic" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_sqs_queue" "pass_own_key" {
  attrs = {
    kms_master_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_sqs_queue" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_timestreamwrite_database" "pass_own_key" {
  attrs = {
    kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_timestreamwrite_database" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_workspaces_workspace" "pass_own_key" {
  attrs = {
    volume_encryption_key = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
  }
}

resource "aws_workspaces_workspace" "fail_no_key" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_dynamodb_table" "pass_own_key" {
  attrs = {
    server_side_encryption = [{ kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000" }]
  }
}

resource "aws_dynamodb_table" "fail_no_block" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_dynamodb_table" "fail_no_key" {
  expect_failure = true
  attrs = {
    server_side_encryption = [{ kms_key_arn = null }]
  }
}

resource "aws_ecr_repository" "pass_own_key" {
  attrs = {
    encryption_configuration = [{ kms_key = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000" }]
  }
}

resource "aws_ecr_repository" "fail_no_block" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_ecr_repository" "fail_no_key" {
  expect_failure = true
  attrs = {
    encryption_configuration = [{ kms_key = null }]
  }
}

resource "aws_elasticsearch_domain" "pass_own_key" {
  attrs = {
    encrypt_at_rest = [{ kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000" }]
  }
}

resource "aws_elasticsearch_domain" "fail_no_block" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_elasticsearch_domain" "fail_no_key" {
  expect_failure = true
  attrs = {
    encrypt_at_rest = [{ kms_key_id = null }]
  }
}

resource "aws_msk_cluster" "pass_own_key" {
  attrs = {
    encryption_info = [{ encryption_at_rest_kms_key_arn = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000" }]
  }
}

resource "aws_msk_cluster" "fail_no_block" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_msk_cluster" "fail_no_key" {
  expect_failure = true
  attrs = {
    encryption_info = [{ encryption_at_rest_kms_key_arn = null }]
  }
}

resource "aws_opensearch_domain" "pass_own_key" {
  attrs = {
    encrypt_at_rest = [{ kms_key_id = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000" }]
  }
}

resource "aws_opensearch_domain" "fail_no_block" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_opensearch_domain" "fail_no_key" {
  expect_failure = true
  attrs = {
    encrypt_at_rest = [{ kms_key_id = null }]
  }
}

resource "aws_sns_topic" "fail_managed_by_aws" {
  expect_failure = true
  attrs = {
    kms_master_key_id = "alias/aws/sns"
  }
}

resource "aws_sqs_queue" "fail_empty" {
  expect_failure = true
  attrs = {
    kms_master_key_id = ""
  }
}

resource "aws_ebs_volume" "fail_null" {
  expect_failure = true
  attrs = {
    kms_key_id = null
  }
}

# No place for personal data.
resource "aws_vpc" "pass_other_type" {
  attrs = {
    cidr_block = "10.0.0.0/16"
  }
}
