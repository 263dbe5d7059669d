# Backups are encrypted: automatic ones because the storage is, snapshots because their source is, and copies because
# they say so.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

locals {
  databases = {
    aws_db_instance     = { days = "backup_retention_period", unset = 0 }
    aws_rds_cluster     = { days = "backup_retention_period", unset = 1 }
    aws_docdb_cluster   = { days = "backup_retention_period", unset = 1 }
    aws_neptune_cluster = { days = "backup_retention_period", unset = 1 }
  }

  # Snapshots have no argument of their own: what they are made of decides. `name`: how the source is called there;
  # `lookup`: the data source that knows it when it is managed elsewhere.
  snapshots = {
    aws_db_snapshot              = { by = "db_instance_identifier", source = "aws_db_instance", name = "identifier" }
    aws_db_cluster_snapshot      = { by = "db_cluster_identifier", source = "aws_rds_cluster", name = "cluster_identifier" }
    aws_neptune_cluster_snapshot = { by = "db_cluster_identifier", source = "aws_neptune_cluster", name = "cluster_identifier" }
  }

  default_on = core::anytrue([
    for d in core::getresources("aws_ebs_encryption_by_default", {}) : core::try(d.enabled, true) != false
  ])
}

resource_policy "aws_*" "automatic_backups_encrypted" {
  # Where no backups are made there is nothing to encrypt; replicas and restored databases have the encryption of their
  # source, which is judged there.
  filter = core::contains(core::keys(local.databases), meta.type) && local.days != 0 && (local.on || !local.derived)

  locals {
    stated = core::try(attrs[local.databases[meta.type].days], null)
    days   = local.stated == null ? local.databases[meta.type].unset : local.stated
    on     = core::try(core::lower(attrs.storage_encrypted), "false") == "true" || core::try(attrs.engine_mode, "provisioned") == "serverless"
    derived = core::anytrue([
      core::try(attrs.replicate_source_db, null) != null,
      core::try(attrs.snapshot_identifier, null) != null,
      core::length(core::try([for r in attrs.restore_to_point_in_time : r], [])) > 0,
    ])
  }

  enforce {
    condition     = local.on
    error_message = "Automatic backups are as unencrypted as the storage (storage_encrypted is false or not set); encrypted backups are promised."
  }
}

resource_policy "aws_*" "snapshots_encrypted" {
  filter = core::contains(core::keys(local.snapshots), meta.type)

  locals {
    of = attrs[local.snapshots[meta.type].by]
    # For an RDS cluster, Serverless v1 is always encrypted.
    sources = [
      for s in core::flatten([
        [for s in core::getresources("aws_db_instance", { identifier = local.of }) : s if meta.type == "aws_db_snapshot"],
        [for s in core::getresources("aws_rds_cluster", { cluster_identifier = local.of }) : s if meta.type == "aws_db_cluster_snapshot"],
        [for s in core::getresources("aws_neptune_cluster", { cluster_identifier = local.of }) : s if meta.type == "aws_neptune_cluster_snapshot"],
      ]) :
      core::try(core::lower(s.storage_encrypted), "false") == "true" || core::try(s.engine_mode, "provisioned") == "serverless"
    ]
    # Managed elsewhere, the source can only be looked up.
    elsewhere = meta.type == "aws_db_snapshot" ? (
      core::try(core::getdatasource("aws_db_instance", { db_instance_identifier = local.of }).storage_encrypted, false)
      ) : (
      core::try(core::getdatasource("aws_rds_cluster", { cluster_identifier = local.of }).storage_encrypted, false)
    )
  }

  enforce {
    condition     = core::length(local.sources) > 0 ? core::alltrue(local.sources) : local.elsewhere
    error_message = "The snapshot is made of unencrypted storage and so is unencrypted itself; encrypted backups are promised."
  }
}

resource_policy "aws_db_snapshot_copy" "copy_encrypted" {
  locals {
    key = core::try(attrs.kms_key_id, null)
  }

  enforce {
    # A key encrypts the copy; without one it is as its source.
    condition = (
      local.key != null && core::valuetostring(local.key) != "" ||
      core::try(core::getdatasource("aws_db_snapshot", { db_snapshot_identifier = attrs.source_db_snapshot_identifier }).encrypted, false) == true
    )
    error_message = "The copy has no key (kms_key_id) and its source is not encrypted; encrypted backups are promised."
  }
}

resource_policy "aws_ebs_snapshot_copy" "copy_encrypted" {
  enforce {
    # Not stated, a copy is as its source, unless the account encrypts everything.
    condition = (
      core::try(core::lower(attrs.encrypted), "false") == "true" || local.default_on ||
      core::try(core::getdatasource("aws_ebs_snapshot", { snapshot_ids = [attrs.source_snapshot_id] }).encrypted, false) == true
    )
    error_message = "The copy of the snapshot is not encrypted; encrypted backups are promised."
  }
}

resource_policy "aws_ebs_snapshot_import" "import_encrypted" {
  enforce {
    condition     = core::try(core::lower(attrs.encrypted), "false") == "true" || local.default_on
    error_message = "The imported snapshot is not encrypted (encrypted is false or not set); encrypted backups are promised."
  }
}

resource_policy "aws_ami_copy" "copy_encrypted" {
  enforce {
    # Not stated, a copy is as its source, unless the account encrypts everything.
    condition = (
      core::try(core::lower(attrs.encrypted), "false") == "true" || local.default_on ||
      core::try(
        core::alltrue([
          for m in core::getdatasource("aws_ami", { filter = [{ name = "image-id", values = [attrs.source_ami_id] }] }).block_device_mappings :
          core::try(core::lower(m.ebs.encrypted), "true") == "true"
        ]),
        false
      )
    )
    error_message = "The copy of the image is not encrypted; encrypted backups are promised."
  }
}

resource_policy "aws_dlm_lifecycle_policy" "copies_encrypted" {
  filter = core::length(local.copies) > 0

  locals {
    copies = core::flatten([
      [
        for s in core::try([for s in attrs.policy_details[0].schedule : s], []) :
        core::try([for c in s.cross_region_copy_rule : core::try(core::lower(c.encrypted), "false")], [])
      ],
      [
        for a in core::try([for a in attrs.policy_details[0].action : a], []) :
        core::try([for c in a.cross_region_copy : core::try(core::lower(c.encryption_configuration[0].encrypted), "false")], [])
      ],
    ])
  }

  enforce {
    condition     = core::alltrue([for c in local.copies : c == "true"])
    error_message = "Copies of snapshots into another region are not encrypted; encrypted backups are promised."
  }
}
