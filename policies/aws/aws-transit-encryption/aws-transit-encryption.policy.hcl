# The other services that move data: each with the one switch that keeps its transfers encrypted, and what it means if that
# is left out.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "transfer_policy_since" {
  type        = string
  description = "Oldest month (yyyy-mm) from which a security policy of Transfer Family counts as current."
  default     = "2020-06"
}

locals {
  # One argument, its allowed values, and whether leaving it out complies. The defaults are the provider's, or where it
  # sends none the API's.
  switches = {
    # Unset: false, the proxy takes plain clients.
    aws_db_proxy = { attribute = "require_tls", values = [true, "true"], unset = false }
    # Unset: the agent mounts without TLS.
    aws_datasync_location_efs = { attribute = "in_transit_encryption", values = ["TLS1_2"], unset = false }
  }

  # Engines of DMS whose connections ssl_mode decides. Those of AWS's own services (S3, DynamoDB, Kinesis, OpenSearch, …)
  # are encrypted anyway; Kafka and Redis have settings of their own.
  dms_engines = [
    "aurora", "aurora-serverless", "aurora-postgresql", "aurora-postgresql-serverless", "azuredb",
    "azure-sql-managed-instance", "babelfish", "db2", "db2-zos", "docdb", "mariadb", "mongodb", "mysql", "oracle",
    "postgres", "sqlserver", "sybase",
  ]
}

resource_policy "aws_*" "switch_on" {
  filter = core::contains(core::keys(local.switches), meta.type)

  locals {
    rule  = local.switches[meta.type]
    value = core::try(attrs[local.rule.attribute], null)
  }

  enforce {
    condition     = local.value == null ? local.rule.unset : core::contains(local.rule.values, local.value)
    error_message = "Transfers are not encrypted: ${local.rule.attribute} is ${core::valuetostring(local.value)}, promised is ${core::valuetostring(local.rule.values[0])}."
  }
}

resource_policy "aws_transfer_server" "no_ftp" {
  locals {
    # Unset means SFTP alone.
    protocols = core::try([for p in attrs.protocols : p], ["SFTP"])
  }

  enforce {
    condition     = !core::contains(local.protocols, "FTP")
    error_message = "The server speaks FTP, which transfers passwords and files in plain text."
  }
}

# All policies speak TLS 1.2 at least; the oldest keep weak SSH ciphers.
resource_policy "aws_transfer_server" "current_policy" {
  locals {
    # The provider sends TransferSecurityPolicy-2018-11 where none is set.
    stated = core::try(attrs.security_policy_name, null)
    policy = local.stated == null ? "TransferSecurityPolicy-2018-11" : local.stated
    # The name ends in year and month, which as numbers compare as they stand.
    months = core::regexall("([0-9]{4})-([0-9]{2})$", local.policy)
    since  = core::split("-", input.transfer_policy_since)
  }

  enforce {
    condition = core::length(local.months) > 0 && core::alltrue([
      for m in local.months : core::parseint("${m[0]}${m[1]}", 10) >= core::parseint("${local.since[0]}${local.since[1]}", 10)
    ])
    error_message = "The server's security policy ${local.policy} is older than ${input.transfer_policy_since} and keeps weak ciphers."
  }
}

# A parameter group of one's own starts with require_ssl = false, whatever the default group says by now.
resource_policy "aws_redshift_parameter_group" "redshift_requires_ssl" {
  locals {
    values = [for p in core::try([for p in attrs.parameter : p], []) : core::lower(core::try(p.value, "")) if core::try(p.name, "") == "require_ssl"]
  }

  enforce {
    condition     = core::length(local.values) > 0 && core::alltrue([for v in local.values : v == "true"])
    error_message = "Clusters with this parameter group take plain connections: require_ssl is ${core::length(local.values) == 0 ? "not set (false)" : core::join(", ", local.values)}."
  }
}

# Workgroups made since January 2025 require it unless told otherwise.
resource_policy "aws_redshiftserverless_workgroup" "redshift_serverless_requires_ssl" {
  locals {
    values = [
      for p in core::try([for p in attrs.config_parameter : p], []) : core::lower(core::try(p.parameter_value, ""))
      if core::try(p.parameter_key, "") == "require_ssl"
    ]
  }

  enforce {
    condition     = core::alltrue([for v in local.values : v == "true"])
    error_message = "The workgroup takes plain connections: require_ssl is ${core::join(", ", local.values)}."
  }
}

resource_policy "aws_dms_endpoint" "dms_ssl" {
  filter = core::contains(local.dms_engines, core::lower(core::try(attrs.engine_name, "")))

  enforce {
    # Unset means none.
    condition     = core::contains(["require", "verify-ca", "verify-full"], core::try(core::lower(attrs.ssl_mode), "none"))
    error_message = "The endpoint connects to ${attrs.engine_name} in plain text: ssl_mode is ${core::try(core::lower(attrs.ssl_mode), "none")}."
  }
}

resource_policy "aws_dms_endpoint" "dms_kafka_and_redis" {
  filter = core::contains(["kafka", "redis"], core::lower(core::try(attrs.engine_name, "")))

  locals {
    # Kafka: unset means plaintext. Redis: unset means ssl-encryption.
    kafka = core::try([for k in attrs.kafka_settings : core::try(core::lower(k.security_protocol), "plaintext")], [])
    redis = core::try([for r in attrs.redis_settings : core::try(core::lower(r.ssl_security_protocol), "ssl-encryption")], [])
  }

  enforce {
    condition = (
      core::alltrue([for k in local.kafka : core::contains(["ssl-encryption", "ssl-authentication", "sasl-ssl"], k)]) &&
      core::alltrue([for r in local.redis : r == "ssl-encryption"])
    )
    error_message = "The endpoint connects in plain text: the protocol is ${core::join(", ", core::concat(local.kafka, local.redis))}."
  }
}

resource_policy "aws_ecs_task_definition" "efs_volumes" {
  filter = core::length(local.efs) > 0

  locals {
    efs = core::flatten([
      for v in core::try([for v in attrs.volume : v], []) : core::try([for e in v.efs_volume_configuration : e], [])
    ])
  }

  enforce {
    # Unset means DISABLED.
    condition     = core::alltrue([for e in local.efs : core::try(e.transit_encryption, "DISABLED") == "ENABLED"])
    error_message = "A volume of the task is mounted from EFS without TLS: transit_encryption is not ENABLED."
  }
}

resource_policy "aws_mskconnect_connector" "connector_tls" {
  locals {
    types = core::try([for e in attrs.kafka_cluster_encryption_in_transit : core::try(e.encryption_type, null)], [])
  }

  enforce {
    # Unset means PLAINTEXT.
    condition     = core::length(local.types) > 0 && core::alltrue([for t in local.types : t == "TLS"])
    error_message = "The connector speaks with Kafka in plain text: encryption_type is not TLS."
  }
}
