policytest {
  targets = ["aws-encryption-at-rest.policy.hcl"]
}

resource "aws_docdb_cluster" "pass_on" {
  attrs = {
    storage_encrypted = true
  }
}

resource "aws_docdb_cluster" "fail_off" {
  expect_failure = true
  attrs = {
    storage_encrypted = false
  }
}

resource "aws_docdb_cluster" "fail_not_set" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_docdb_cluster" "fail_null" {
  expect_failure = true
  attrs = {
    storage_encrypted = null
  }
}

resource "aws_neptune_cluster" "pass_on" {
  attrs = {
    storage_encrypted = true
  }
}

resource "aws_neptune_cluster" "fail_off" {
  expect_failure = true
  attrs = {
    storage_encrypted = false
  }
}

resource "aws_neptune_cluster" "fail_not_set" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_neptune_cluster" "fail_null" {
  expect_failure = true
  attrs = {
    storage_encrypted = null
  }
}

resource "aws_efs_file_system" "pass_on" {
  attrs = {
    encrypted = true
  }
}

resource "aws_efs_file_system" "fail_off" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
}

resource "aws_efs_file_system" "fail_not_set" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_efs_file_system" "fail_null" {
  expect_failure = true
  attrs = {
    encrypted = null
  }
}

resource "aws_appsync_api_cache" "pass_on" {
  attrs = {
    at_rest_encryption_enabled = true
  }
}

resource "aws_appsync_api_cache" "fail_off" {
  expect_failure = true
  attrs = {
    at_rest_encryption_enabled = false
  }
}

resource "aws_appsync_api_cache" "fail_not_set" {
  expect_failure = true
  attrs = {
    ttl = 60
  }
}

resource "aws_appsync_api_cache" "fail_null" {
  expect_failure = true
  attrs = {
    at_rest_encryption_enabled = null
  }
}

resource "aws_kinesis_stream" "pass_on" {
  attrs = {
    encryption_type = "KMS"
  }
}

resource "aws_kinesis_stream" "fail_off" {
  expect_failure = true
  attrs = {
    encryption_type = "NONE"
  }
}

resource "aws_kinesis_stream" "fail_not_set" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_kinesis_stream" "fail_null" {
  expect_failure = true
  attrs = {
    encryption_type = null
  }
}

resource "aws_drs_replication_configuration_template" "pass_on" {
  attrs = {
    ebs_encryption = "CUSTOM"
  }
}

resource "aws_drs_replication_configuration_template" "fail_off" {
  expect_failure = true
  attrs = {
    ebs_encryption = "NONE"
  }
}

resource "aws_drs_replication_configuration_template" "fail_not_set" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_drs_replication_configuration_template" "fail_null" {
  expect_failure = true
  attrs = {
    ebs_encryption = null
  }
}

resource "aws_rds_global_cluster" "pass_on" {
  attrs = {
    storage_encrypted = true
  }
}

resource "aws_rds_global_cluster" "fail_off" {
  expect_failure = true
  attrs = {
    storage_encrypted = false
  }
}

resource "aws_rds_global_cluster" "fail_not_set" {
  expect_failure = true
  attrs = {
    engine = "aurora-postgresql"
  }
}

resource "aws_rds_global_cluster" "fail_null" {
  expect_failure = true
  attrs = {
    storage_encrypted = null
  }
}

resource "aws_docdb_global_cluster" "pass_on" {
  attrs = {
    storage_encrypted = true
  }
}

resource "aws_docdb_global_cluster" "fail_off" {
  expect_failure = true
  attrs = {
    storage_encrypted = false
  }
}

resource "aws_docdb_global_cluster" "fail_not_set" {
  expect_failure = true
  attrs = {
    engine = "docdb"
  }
}

resource "aws_docdb_global_cluster" "fail_null" {
  expect_failure = true
  attrs = {
    storage_encrypted = null
  }
}

resource "aws_neptune_global_cluster" "pass_on" {
  attrs = {
    storage_encrypted = true
  }
}

resource "aws_neptune_global_cluster" "fail_off" {
  expect_failure = true
  attrs = {
    storage_encrypted = false
  }
}

resource "aws_neptune_global_cluster" "fail_not_set" {
  expect_failure = true
  attrs = {
    engine = "neptune"
  }
}

resource "aws_neptune_global_cluster" "fail_null" {
  expect_failure = true
  attrs = {
    storage_encrypted = null
  }
}

resource "aws_dax_cluster" "pass_on" {
  attrs = {
    server_side_encryption = [{ enabled = true }]
  }
}

resource "aws_dax_cluster" "fail_off" {
  expect_failure = true
  attrs = {
    server_side_encryption = [{ enabled = false }]
  }
}

resource "aws_dax_cluster" "fail_not_set" {
  expect_failure = true
  attrs = {
    server_side_encryption = []
  }
}

resource "aws_dax_cluster" "fail_no_block" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_dax_cluster" "fail_null" {
  expect_failure = true
  attrs = {
    server_side_encryption = [{ enabled = null }]
  }
}

resource "aws_opensearch_domain" "pass_on" {
  attrs = {
    encrypt_at_rest = [{ enabled = true }]
  }
}

resource "aws_opensearch_domain" "fail_off" {
  expect_failure = true
  attrs = {
    encrypt_at_rest = [{ enabled = false }]
  }
}

resource "aws_opensearch_domain" "fail_not_set" {
  expect_failure = true
  attrs = {
    encrypt_at_rest = []
  }
}

resource "aws_opensearch_domain" "fail_no_block" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_opensearch_domain" "fail_null" {
  expect_failure = true
  attrs = {
    encrypt_at_rest = [{ enabled = null }]
  }
}

resource "aws_elasticsearch_domain" "pass_on" {
  attrs = {
    encrypt_at_rest = [{ enabled = true }]
  }
}

resource "aws_elasticsearch_domain" "fail_off" {
  expect_failure = true
  attrs = {
    encrypt_at_rest = [{ enabled = false }]
  }
}

resource "aws_elasticsearch_domain" "fail_not_set" {
  expect_failure = true
  attrs = {
    encrypt_at_rest = []
  }
}

resource "aws_elasticsearch_domain" "fail_no_block" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_elasticsearch_domain" "fail_null" {
  expect_failure = true
  attrs = {
    encrypt_at_rest = [{ enabled = null }]
  }
}

resource "aws_kinesis_firehose_delivery_stream" "pass_on" {
  attrs = {
    server_side_encryption = [{ enabled = true }]
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_off" {
  expect_failure = true
  attrs = {
    server_side_encryption = [{ enabled = false }]
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_not_set" {
  expect_failure = true
  attrs = {
    server_side_encryption = []
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_no_block" {
  expect_failure = true
  attrs = {
    tags = {}
  }
}

resource "aws_kinesis_firehose_delivery_stream" "fail_null" {
  expect_failure = true
  attrs = {
    server_side_encryption = [{ enabled = null }]
  }
}

# An inherited encryption is judged where it comes from.
resource "aws_rds_global_cluster" "pass_of_a_cluster" {
  attrs = {
    source_db_cluster_identifier = "arn:aws:rds:eu-central-1:111122223333:cluster:a"
  }
}

resource "aws_kinesis_firehose_delivery_stream" "pass_from_a_stream" {
  attrs = {
    kinesis_source_configuration = [{ kinesis_stream_arn = "arn:aws:kinesis:eu-central-1:111122223333:stream/a" }]
  }
}

resource "aws_kinesis_firehose_delivery_stream" "pass_from_msk" {
  attrs = {
    msk_source_configuration = [{ topic_name = "a" }]
  }
}

resource "aws_workspaces_workspace" "pass_both_volumes" {
  attrs = {
    root_volume_encryption_enabled = true
    user_volume_encryption_enabled = true
  }
}

resource "aws_workspaces_workspace" "fail_one_of_two_volumes" {
  expect_failure = true
  attrs = {
    root_volume_encryption_enabled = true
  }
}

# aws_db_instance: a replica has the encryption of its source, a restored instance that of the snapshot.
resource "aws_db_instance" "pass_on" {
  attrs = {
    storage_encrypted = true
  }
}

resource "aws_db_instance" "pass_on_as_text" {
  attrs = {
    storage_encrypted = "true"
  }
}

resource "aws_db_instance" "fail_not_set" {
  expect_failure = true
  attrs = {
    engine = "postgres"
  }
}

resource "aws_db_instance" "fail_off" {
  expect_failure = true
  attrs = {
    storage_encrypted = false
  }
}

resource "aws_db_instance" "fail_null" {
  expect_failure = true
  attrs = {
    storage_encrypted = null
  }
}

# A key alone switches nothing on.
resource "aws_db_instance" "fail_key_only" {
  expect_failure = true
  attrs = {
    kms_key_id = "alias/data"
  }
}

resource "aws_db_instance" "pass_replica" {
  attrs = {
    replicate_source_db = "main"
  }
}

resource "aws_db_instance" "pass_restored_from_encrypted" {
  attrs = {
    snapshot_identifier = "encrypted"
  }
}

resource "aws_db_instance" "fail_restored_from_plain" {
  expect_failure = true
  attrs = {
    snapshot_identifier = "plain"
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

resource "aws_db_instance" "pass_point_in_time" {
  attrs = {
    restore_to_point_in_time = [{ source_db_instance_identifier = "orders" }]
  }
}

data "aws_db_instance" "orders" {
  attrs = {
    db_instance_identifier = "orders"
    storage_encrypted      = true
  }
}

resource "aws_rds_cluster" "pass_on" {
  attrs = {
    storage_encrypted = true
  }
}

resource "aws_rds_cluster" "fail_not_set" {
  expect_failure = true
  attrs = {
    engine = "aurora-postgresql"
  }
}

resource "aws_rds_cluster" "fail_off" {
  expect_failure = true
  attrs = {
    storage_encrypted = false
  }
}

# Serverless v1 is always encrypted.
resource "aws_rds_cluster" "pass_serverless_v1" {
  attrs = {
    engine_mode = "serverless"
  }
}

resource "aws_rds_cluster" "fail_provisioned" {
  expect_failure = true
  attrs = {
    engine_mode = "provisioned"
  }
}

resource "aws_rds_cluster" "pass_restored_from_encrypted" {
  attrs = {
    snapshot_identifier = "cluster-encrypted"
  }
}

data "aws_db_cluster_snapshot" "encrypted" {
  attrs = {
    db_cluster_snapshot_identifier = "cluster-encrypted"
    storage_encrypted              = true
  }
}

resource "aws_rds_cluster" "fail_restored_from_missing" {
  expect_failure = true
  attrs = {
    snapshot_identifier = "gone"
  }
}

# The default of Redshift depends on the provider's version, so the cluster itself is asked.
resource "aws_redshift_cluster" "pass_on" {
  attrs = {
    encrypted = "true"
  }
}

resource "aws_redshift_cluster" "fail_off" {
  expect_failure = true
  attrs = {
    encrypted = "false"
  }
}

resource "aws_redshift_cluster" "pass_asked_encrypted" {
  attrs = {
    cluster_identifier = "new"
  }
}

data "aws_redshift_cluster" "new" {
  attrs = {
    cluster_identifier = "new"
    encrypted          = true
  }
}

resource "aws_redshift_cluster" "fail_asked_plain" {
  expect_failure = true
  attrs = {
    cluster_identifier = "old"
    encrypted          = null
  }
}

data "aws_redshift_cluster" "old" {
  attrs = {
    cluster_identifier = "old"
    encrypted          = false
  }
}

resource "aws_elasticache_replication_group" "pass_on" {
  attrs = {
    engine                     = "redis"
    at_rest_encryption_enabled = true
  }
}

resource "aws_elasticache_replication_group" "pass_on_as_text" {
  attrs = {
    at_rest_encryption_enabled = "true"
  }
}

resource "aws_elasticache_replication_group" "fail_redis_default" {
  expect_failure = true
  attrs = {
    engine = "redis"
  }
}

resource "aws_elasticache_replication_group" "fail_engine_not_set" {
  expect_failure = true
  attrs = {
    description = "a"
  }
}

resource "aws_elasticache_replication_group" "pass_valkey_default" {
  attrs = {
    engine = "valkey"
  }
}

resource "aws_elasticache_replication_group" "fail_valkey_off" {
  expect_failure = true
  attrs = {
    engine                     = "valkey"
    at_rest_encryption_enabled = false
  }
}

# A member of a global datastore takes over the encryption of the first one.
resource "aws_elasticache_replication_group" "pass_global_member" {
  attrs = {
    global_replication_group_id = aws_elasticache_global_replication_group.all.id
  }
}

resource "aws_elasticache_global_replication_group" "all" {
  skip = true
  attrs = {
    id = "global-1"
  }
}

# The provider's and AWS's default is on since 2022.
resource "aws_sqs_queue" "pass_default" {
  attrs = {
    name = "a"
  }
}

resource "aws_sqs_queue" "pass_null" {
  attrs = {
    sqs_managed_sse_enabled = null
  }
}

resource "aws_sqs_queue" "pass_own_key" {
  attrs = {
    sqs_managed_sse_enabled = false
    kms_master_key_id       = "alias/queues"
  }
}

resource "aws_sqs_queue" "fail_switched_off" {
  expect_failure = true
  attrs = {
    sqs_managed_sse_enabled = false
  }
}

resource "aws_sqs_queue" "fail_switched_off_empty_key" {
  expect_failure = true
  attrs = {
    sqs_managed_sse_enabled = false
    kms_master_key_id       = ""
  }
}

resource "aws_api_gateway_method_settings" "pass_cache_encrypted" {
  attrs = {
    settings = [{ caching_enabled = true, cache_data_encrypted = true }]
  }
}

resource "aws_api_gateway_method_settings" "fail_cache_plain" {
  expect_failure = true
  attrs = {
    settings = [{ caching_enabled = true }]
  }
}

resource "aws_api_gateway_method_settings" "pass_no_cache" {
  attrs = {
    settings = [{ metrics_enabled = true }]
  }
}
