# Data lies under KMS keys that the company manages itself, where it has decided so. The TOM promises KMS; keys that AWS
# manages in KMS keep that promise as well, so nothing is demanded unless a profile says so.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "kms_own_keys" {
  type        = bool
  description = "Whether data must lie under KMS keys of the company instead of those that AWS manages."
  default     = false
}

# The argument that names the key. Without it AWS takes a key of its own, so that the data is encrypted in any case.
locals {
  keys = {
    aws_backup_logically_air_gapped_vault = "encryption_key_arn"
    aws_backup_vault                      = "kms_key_arn"
    aws_cloudtrail_event_data_store       = "kms_key_id"
    aws_cloudwatch_log_group              = "kms_key_id"
    aws_db_instance                       = "kms_key_id"
    aws_dms_replication_instance          = "kms_key_arn"
    aws_docdb_cluster                     = "kms_key_id"
    aws_docdbelastic_cluster              = "kms_key_id"
    aws_dsql_cluster                      = "kms_encryption_key"
    aws_dynamodb_table_replica            = "kms_key_arn"
    aws_ebs_volume                        = "kms_key_id"
    aws_efs_file_system                   = "kms_key_id"
    aws_elasticache_replication_group     = "kms_key_id"
    aws_elasticache_serverless_cache      = "kms_key_id"
    aws_fsx_lustre_file_system            = "kms_key_id"
    aws_fsx_ontap_file_system             = "kms_key_id"
    aws_fsx_openzfs_file_system           = "kms_key_id"
    aws_fsx_windows_file_system           = "kms_key_id"
    aws_kinesis_stream                    = "kms_key_id"
    aws_kinesis_video_stream              = "kms_key_id"
    aws_memorydb_cluster                  = "kms_key_arn"
    aws_mwaa_environment                  = "kms_key"
    aws_neptune_cluster                   = "kms_key_arn"
    aws_neptunegraph_graph                = "kms_key_identifier"
    aws_rds_cluster                       = "kms_key_id"
    aws_redshift_cluster                  = "kms_key_id"
    aws_redshiftserverless_namespace      = "kms_key_id"
    aws_sagemaker_notebook_instance       = "kms_key_id"
    aws_secretsmanager_secret             = "kms_key_id"
    aws_sns_topic                         = "kms_master_key_id"
    aws_sqs_queue                         = "kms_master_key_id"
    aws_timestreamwrite_database          = "kms_key_id"
    aws_workspaces_workspace              = "volume_encryption_key"
  }

  keys_in_blocks = {
    aws_dynamodb_table       = { block = "server_side_encryption", argument = "kms_key_arn" }
    aws_ecr_repository       = { block = "encryption_configuration", argument = "kms_key" }
    aws_elasticsearch_domain = { block = "encrypt_at_rest", argument = "kms_key_id" }
    aws_msk_cluster          = { block = "encryption_info", argument = "encryption_at_rest_kms_key_arn" }
    aws_opensearch_domain    = { block = "encrypt_at_rest", argument = "kms_key_id" }
  }
}

resource_policy "aws_*" "own_key" {
  enforcement_level = "advisory"
  filter            = input.kms_own_keys && core::contains(core::keys(local.keys), meta.type)

  locals {
    key = core::try(attrs[local.keys[meta.type]], null)
  }

  enforce {
    # alias/aws/… are the keys that AWS manages. The ARN of a key that is yet to be created is unknown, but is none of
    # them.
    condition     = local.key != null && core::valuetostring(local.key) != "" && !core::contains_substring(core::valuetostring(local.key), "alias/aws/")
    error_message = "No key of the company is named (${local.keys[meta.type]}), so AWS manages the key."
  }
}

resource_policy "aws_*" "own_key_in_block" {
  enforcement_level = "advisory"
  filter            = input.kms_own_keys && core::contains(core::keys(local.keys_in_blocks), meta.type)

  locals {
    key = core::try(attrs[local.keys_in_blocks[meta.type].block][0][local.keys_in_blocks[meta.type].argument], null)
  }

  enforce {
    condition     = local.key != null && core::valuetostring(local.key) != "" && !core::contains_substring(core::valuetostring(local.key), "alias/aws/")
    error_message = "No key of the company is named (${local.keys_in_blocks[meta.type].block}.${local.keys_in_blocks[meta.type].argument}), so AWS manages the key."
  }
}
