# What a service stores is encrypted. Services that always encrypt (S3, DynamoDB, SNS, FSx, MSK, MemoryDB, EFS backups
# …) need no line and get no verdict; here are those that one can leave unencrypted.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

# Where a type is switched on, by `arguments` at its top or by `enabled` in a block, and the values that mean on. Left
# out, all of these are off (argument reference of each type). `inherits`: arguments that take the encryption over from
# something else, which is judged in its own place.
locals {
  switches = {
    aws_docdb_cluster                          = { arguments = ["storage_encrypted"], on = ["true"], inherits = ["snapshot_identifier"] }
    aws_neptune_cluster                        = { arguments = ["storage_encrypted"], on = ["true"], inherits = ["snapshot_identifier"] }
    aws_rds_global_cluster                     = { arguments = ["storage_encrypted"], on = ["true"], inherits = ["source_db_cluster_identifier"] }
    aws_docdb_global_cluster                   = { arguments = ["storage_encrypted"], on = ["true"], inherits = ["source_db_cluster_identifier"] }
    aws_neptune_global_cluster                 = { arguments = ["storage_encrypted"], on = ["true"], inherits = ["source_db_cluster_identifier"] }
    aws_efs_file_system                        = { arguments = ["encrypted"], on = ["true"], inherits = [] }
    aws_appsync_api_cache                      = { arguments = ["at_rest_encryption_enabled"], on = ["true"], inherits = [] }
    aws_kinesis_stream                         = { arguments = ["encryption_type"], on = ["kms"], inherits = [] }
    aws_drs_replication_configuration_template = { arguments = ["ebs_encryption"], on = ["default", "custom"], inherits = [] }
    aws_workspaces_workspace = {
      arguments = ["root_volume_encryption_enabled", "user_volume_encryption_enabled"]
      on        = ["true"]
      inherits  = []
    }
  }

  blocks = {
    aws_dax_cluster          = { block = "server_side_encryption", inherits = [] }
    aws_opensearch_domain    = { block = "encrypt_at_rest", inherits = [] }
    aws_elasticsearch_domain = { block = "encrypt_at_rest", inherits = [] }
    # What a stream reads from Kinesis or Kafka is stored there.
    aws_kinesis_firehose_delivery_stream = {
      block    = "server_side_encryption"
      inherits = ["kinesis_source_configuration", "msk_source_configuration"]
    }
  }
}

resource_policy "aws_*" "switched_on" {
  filter = core::contains(core::keys(local.switches), meta.type) && core::alltrue([
    for a in local.switches[meta.type].inherits : core::try(attrs[a], null) == null
  ])

  locals {
    off = [
      for a in local.switches[meta.type].arguments : a
      if !core::contains(local.switches[meta.type].on, core::try(core::lower(attrs[a]), ""))
    ]
  }

  enforce {
    condition     = core::length(local.off) == 0
    error_message = "The data is stored unencrypted (${core::join(", ", local.off)}: switched off or not set); encryption at rest is promised."
  }
}

resource_policy "aws_*" "switched_on_in_block" {
  filter = core::contains(core::keys(local.blocks), meta.type) && core::alltrue([
    for a in local.blocks[meta.type].inherits : core::length(core::try([for b in attrs[a] : b], [])) == 0
  ])

  enforce {
    condition     = core::try(core::lower(attrs[local.blocks[meta.type].block][0].enabled), "false") == "true"
    error_message = "The data is stored unencrypted (${local.blocks[meta.type].block} is missing or not enabled); encryption at rest is promised."
  }
}

resource_policy "aws_db_instance" "instance_encrypted" {
  # A read replica has the encryption of its source, which is judged there.
  filter = local.source == null || core::valuetostring(local.source) == ""

  locals {
    source   = core::try(attrs.replicate_source_db, null)
    snapshot = core::try(attrs.snapshot_identifier, null)
    origin   = core::try(attrs.restore_to_point_in_time[0].source_db_instance_identifier, null)
  }

  enforce {
    # A restored instance has the encryption of what it was restored from, whatever is stated here.
    condition = (
      core::try(core::lower(attrs.storage_encrypted), "false") == "true" ||
      local.snapshot != null && core::try(core::getdatasource("aws_db_snapshot", { db_snapshot_identifier = local.snapshot }).encrypted, false) == true ||
      local.origin != null && core::try(core::getdatasource("aws_db_instance", { db_instance_identifier = local.origin }).storage_encrypted, false) == true
    )
    error_message = "The instance stores its data unencrypted (storage_encrypted is false or not set); encryption at rest is promised. A key alone (kms_key_id) does not switch it on."
  }
}

resource_policy "aws_rds_cluster" "cluster_encrypted" {
  locals {
    snapshot = core::try(attrs.snapshot_identifier, null)
    origin   = core::try(attrs.restore_to_point_in_time[0].source_cluster_identifier, null)
  }

  enforce {
    # Aurora Serverless v1 is always encrypted; a restored cluster has the encryption of what it was restored from.
    condition = (
      core::try(core::lower(attrs.storage_encrypted), "false") == "true" ||
      core::try(attrs.engine_mode, "provisioned") == "serverless" ||
      local.snapshot != null && core::try(core::getdatasource("aws_db_cluster_snapshot", { db_cluster_snapshot_identifier = local.snapshot }).storage_encrypted, false) == true ||
      local.origin != null && core::try(core::getdatasource("aws_rds_cluster", { cluster_identifier = local.origin }).storage_encrypted, false) == true
    )
    error_message = "The cluster stores its data unencrypted (storage_encrypted is false or not set); encryption at rest is promised."
  }
}

resource_policy "aws_redshift_cluster" "warehouse_encrypted" {
  locals {
    stated = core::try(core::lower(attrs.encrypted), "")
  }

  enforce {
    # Not stated, the provider sends false before version 6 and true since. Which of the two built the cluster, only the
    # cluster itself can tell.
    condition = (
      local.stated == "true" ||
      local.stated == "" && core::try(core::getdatasource("aws_redshift_cluster", { cluster_identifier = attrs.cluster_identifier }).encrypted, false) == true
    )
    error_message = "The cluster stores its data unencrypted; encryption at rest is promised. State `encrypted`: what it means unset changed with provider version 6."
  }
}

resource_policy "aws_elasticache_replication_group" "cache_encrypted" {
  # A member of a global datastore has the encryption of the first group.
  filter = core::try(attrs.global_replication_group_id, null) == null

  locals {
    stated = core::try(core::lower(attrs.at_rest_encryption_enabled), "")
  }

  enforce {
    # Not stated, Valkey is encrypted and Redis is not.
    condition     = local.stated == "true" || local.stated == "" && core::try(core::lower(attrs.engine), "redis") == "valkey"
    error_message = "The cache stores its data unencrypted (at_rest_encryption_enabled; on by default for Valkey only); encryption at rest is promised."
  }
}

resource_policy "aws_sqs_queue" "queue_encrypted" {
  locals {
    key = core::try(attrs.kms_master_key_id, null)
  }

  enforce {
    # SQS encrypts by itself (since October 2022) unless that is switched off and no key takes its place.
    condition     = core::try(attrs.sqs_managed_sse_enabled, true) != false || local.key != null && core::valuetostring(local.key) != ""
    error_message = "The queue stores messages unencrypted (sqs_managed_sse_enabled is false and no key is named); encryption at rest is promised."
  }
}

resource_policy "aws_api_gateway_method_settings" "response_cache_encrypted" {
  filter = core::try(attrs.settings[0].caching_enabled, false) == true

  enforce {
    # The provider's default is false.
    condition     = core::try(attrs.settings[0].cache_data_encrypted, false) == true
    error_message = "The cache of responses is not encrypted (cache_data_encrypted); encryption at rest is promised."
  }
}
