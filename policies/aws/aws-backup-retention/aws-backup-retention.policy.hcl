# Automatic backups of databases and file systems are kept as long as promised: long enough to restore, and no longer
# than erased data may live on in them. One table says for each type where the number stands and what leaving it out
# means.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "backup_retention_min_days" {
  type        = number
  description = "Days that backups must be kept."
  default     = 14
}

input "backup_retention_max_days" {
  type        = number
  description = "Days that backups may be kept."
  default     = 14
}

# `unset`: the days that apply without the argument, which the provider sends or AWS takes (argument reference of each
# type). 0 switches backups off everywhere. `required`: whether backups are demanded of that type at all; caches need
# none. `patterns`: what selects all resources of the type in an AWS Backup plan.
locals {
  backups = {
    # The provider sends 0, though the API would take 1.
    aws_db_instance = {
      attribute = "backup_retention_period", unset = 0, required = true
      patterns  = ["*", "arn:aws:rds:*:*:db:*"]
    }
    aws_rds_cluster = {
      attribute = "backup_retention_period", unset = 1, required = true
      patterns  = ["*", "arn:aws:rds:*:*:cluster:*"]
    }
    aws_docdb_cluster = {
      attribute = "backup_retention_period", unset = 1, required = true
      patterns  = ["*", "arn:aws:rds:*:*:cluster:*"]
    }
    aws_neptune_cluster = {
      attribute = "backup_retention_period", unset = 1, required = true
      patterns  = ["*", "arn:aws:rds:*:*:cluster:*"]
    }
    aws_docdbelastic_cluster = { attribute = "backup_retention_period", unset = 1, required = true, patterns = [] }
    aws_redshift_cluster = {
      attribute = "automated_snapshot_retention_period", unset = 1, required = true
      patterns  = ["*", "arn:aws:redshift:*:*:cluster:*"]
    }
    aws_memorydb_cluster              = { attribute = "snapshot_retention_limit", unset = 0, required = true, patterns = [] }
    aws_elasticache_replication_group = { attribute = "snapshot_retention_limit", unset = 0, required = false, patterns = [] }
    aws_elasticache_cluster           = { attribute = "snapshot_retention_limit", unset = 0, required = false, patterns = [] }
    aws_elasticache_serverless_cache  = { attribute = "snapshot_retention_limit", unset = 0, required = false, patterns = [] }
    aws_fsx_windows_file_system = {
      attribute = "automatic_backup_retention_days", unset = 7, required = true
      patterns  = ["*", "arn:aws:fsx:*:*:file-system/*"]
    }
    aws_fsx_lustre_file_system = {
      attribute = "automatic_backup_retention_days", unset = 0, required = true
      patterns  = ["*", "arn:aws:fsx:*:*:file-system/*"]
    }
    aws_fsx_ontap_file_system = {
      attribute = "automatic_backup_retention_days", unset = 0, required = true
      patterns  = ["*", "arn:aws:fsx:*:*:file-system/*"]
    }
    aws_fsx_openzfs_file_system = {
      attribute = "automatic_backup_retention_days", unset = 0, required = true
      patterns  = ["*", "arn:aws:fsx:*:*:file-system/*"]
    }
    # A copy of backups in another region; the original satisfies the lower bound.
    aws_db_instance_automated_backups_replication = { attribute = "retention_period", unset = 7, required = false, patterns = [] }
  }
}

resource_policy "aws_*" "kept_long_enough" {
  filter = core::contains(core::keys(local.backups), meta.type) && local.backups[meta.type].required && local.original && local.lasting

  locals {
    # A read replica is protected by the backups of what it copies.
    source   = meta.type == "aws_db_instance" ? core::try(attrs.replicate_source_db, null) : null
    original = local.source == null || core::valuetostring(local.source) == ""
    # Scratch file systems, the default, cannot be backed up.
    lasting = meta.type != "aws_fsx_lustre_file_system" || core::startswith(core::try(attrs.deployment_type, "SCRATCH_1"), "PERSISTENT")

    stated = core::try(attrs[local.backups[meta.type].attribute], null)
    days   = local.stated == null ? local.backups[meta.type].unset : local.stated

    # Or a plan of AWS Backup selects the resource: by ARN, by type, or by a tag, which may come from the provider's
    # default_tags. How long that plan keeps its recovery points is judged at the plan.
    in_plan = core::anytrue([
      for s in core::getresources("aws_backup_selection", {}) : (
        core::contains(core::try([for r in s.resources : r], []), core::try(attrs.arn, null)) ||
        core::anytrue([for p in local.backups[meta.type].patterns : core::contains(core::try([for r in s.resources : r], []), p)]) ||
        core::anytrue([
          for t in core::try([for t in s.selection_tag : t], []) :
          core::try(attrs.tags[t.key], null) == t.value || core::try(attrs.tags_all[t.key], null) == t.value
        ])
      )
    ])
  }

  enforce {
    condition     = local.days >= input.backup_retention_min_days || local.in_plan
    error_message = local.days == 0 ? "No automatic backups are made (${local.backups[meta.type].attribute} is 0 or not set), and no plan of AWS Backup selects the resource; daily backups over ${input.backup_retention_min_days} days are promised." : "Automatic backups are kept for ${local.days} days (${local.backups[meta.type].attribute}), and no plan of AWS Backup selects the resource; ${input.backup_retention_min_days} days are promised."
  }
}

resource_policy "aws_*" "not_kept_too_long" {
  # Where no backups are made, none is kept too long; that none are made is the first policy's business.
  filter = core::contains(core::keys(local.backups), meta.type) && local.days != 0

  locals {
    stated = core::try(attrs[local.backups[meta.type].attribute], null)
    days   = local.stated == null ? local.backups[meta.type].unset : local.stated
  }

  enforce {
    condition     = local.days <= input.backup_retention_max_days
    error_message = "Automatic backups are kept for ${local.days} days (${local.backups[meta.type].attribute}); after ${input.backup_retention_max_days} days erased data must be gone from the backups, too."
  }
}

# A cache that can be filled again needs no backup; one that is used as a store does. The configuration does not tell
# them apart.
resource_policy "aws_elasticache_*" "caches_backed_up" {
  enforcement_level = "advisory"

  # Memcached cannot be backed up, and a member of a replication group is backed up with the group.
  filter = (
    core::contains(core::keys(local.backups), meta.type) && core::try(attrs.engine, "redis") != "memcached" &&
    (meta.type != "aws_elasticache_cluster" || core::try(attrs.replication_group_id, null) == null)
  )

  locals {
    stated = core::try(attrs[local.backups[meta.type].attribute], null)
    days   = local.stated == null ? local.backups[meta.type].unset : local.stated
  }

  enforce {
    condition     = local.days >= input.backup_retention_min_days
    error_message = "Snapshots are kept for ${local.days} days (0: none are made). If this is more than a cache, ${input.backup_retention_min_days} days are promised."
  }
}
