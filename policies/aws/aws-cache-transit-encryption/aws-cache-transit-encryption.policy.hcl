# Caches (ElastiCache, MemoryDB) are reached over TLS alone. Serverless caches always are and have no policy here.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

resource_policy "aws_elasticache_replication_group" "replication_group_tls" {
  # A secondary of a global replication group takes the setting of the primary.
  filter = core::try(attrs.global_replication_group_id, null) == null

  enforce {
    condition     = core::try(attrs.transit_encryption_enabled, false) == true
    error_message = "The replication group transfers in plain text: transit_encryption_enabled is not true."
  }

  enforce {
    # "preferred" exists for the way to TLS and takes plain clients as well; unset means required.
    condition     = core::try(attrs.transit_encryption_mode, "required") == null ? true : core::try(attrs.transit_encryption_mode, "required") == "required"
    error_message = "The replication group also takes clients in plain text: transit_encryption_mode is ${core::valuetostring(core::try(attrs.transit_encryption_mode, null))}, promised is required."
  }
}

resource_policy "aws_elasticache_cluster" "cluster_tls" {
  # A member of a replication group takes the setting of the group.
  filter = core::try(attrs.replication_group_id, null) == null

  enforce {
    condition     = core::try(attrs.transit_encryption_enabled, false) == true
    error_message = "The cache cluster transfers in plain text: transit_encryption_enabled is not true (Redis and Valkey need a replication group for it)."
  }
}

resource_policy "aws_memorydb_*" "memorydb_tls" {
  filter = core::contains(["aws_memorydb_cluster", "aws_memorydb_multi_region_cluster"], meta.type)

  enforce {
    # The provider sends true where the argument is left out.
    condition     = core::try(attrs.tls_enabled, true) != false
    error_message = "The cluster transfers in plain text: tls_enabled is false."
  }
}
