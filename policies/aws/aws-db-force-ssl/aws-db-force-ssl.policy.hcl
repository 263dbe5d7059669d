# Databases refuse connections without TLS. A parameter of the engine decides it: in a parameter group, or, where a database
# has no group of its own, by the default of its engine and version.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

locals {
  group_types    = ["aws_db_parameter_group", "aws_rds_cluster_parameter_group", "aws_docdb_cluster_parameter_group", "aws_neptune_cluster_parameter_group"]
  database_types = ["aws_db_instance", "aws_rds_cluster"]

  # `family` and `on_by_default` are matched against the family of a group ("postgres16") or the engine and version of a
  # database ("postgres16.4"). Sources are AWS's pages on requiring TLS, engine by engine:
  #   PostgreSQL          rds.force_ssl             on from 15 (without a version AWS takes its current one, which is newer)
  #   Aurora PostgreSQL   rds.force_ssl             on from 17
  #   MySQL               require_secure_transport  on from 9.7, off in 8.0 and 8.4
  #   MariaDB             require_secure_transport  on from 11.8, off before, missing before 10.5
  #   Aurora MySQL        require_secure_transport  off
  #   SQL Server          rds.force_ssl             off
  #   DocumentDB          tls                       enabled
  #   Neptune             neptune_enforce_ssl       on
  # Oracle and Db2 encrypt by option groups and ports, and have no such parameter. In Aurora the parameter belongs to the
  # cluster, so a group for single instances of Aurora has none either.
  engines = [
    { family = "^postgres", parameter = "rds.force_ssl", values = ["1", "on", "true"], on_by_default = "^postgres($|1[5-9]|[2-9][0-9])" },
    { family = "^aurora-postgresql", parameter = "rds.force_ssl", values = ["1", "on", "true"], on_by_default = "^aurora-postgresql(1[7-9]|[2-9][0-9])" },
    { family = "^mysql", parameter = "require_secure_transport", values = ["1", "on", "true"], on_by_default = "^mysql(9[.]([7-9]|[1-9][0-9])|[1-9][0-9][.])" },
    { family = "^mariadb", parameter = "require_secure_transport", values = ["1", "on", "true"], on_by_default = "^mariadb(11[.]([89]|[1-9][0-9])|1[2-9][.]|[2-9][0-9][.])" },
    { family = "^aurora(-mysql|5)", parameter = "require_secure_transport", values = ["1", "on", "true"], on_by_default = "^never$" },
    { family = "^sqlserver-", parameter = "rds.force_ssl", values = ["1", "on", "true"], on_by_default = "^never$" },
    { family = "^docdb", parameter = "tls", values = ["enabled", "tls1.2+", "tls1.3+", "fips-140-3"], on_by_default = "^docdb" },
    { family = "^neptune", parameter = "neptune_enforce_ssl", values = ["1", "on", "true"], on_by_default = "^neptune" },
  ]
}

resource_policy "aws_*" "group_forces_tls" {
  filter = core::contains(local.group_types, meta.type) && core::length(local.rules) > 0

  locals {
    family = core::try(attrs.family, "")
    rules = [
      for e in local.engines : e
      if core::regex_match(local.family, e.family) && !(meta.type == "aws_db_parameter_group" && core::startswith(local.family, "aurora"))
    ]
    parameters = core::try([for p in attrs.parameter : p], [])
    # What the group sets for the parameter; several values are an error at AWS, and each must comply.
    values = core::flatten([for r in local.rules : [for p in local.parameters : core::lower(core::try(p.value, "")) if p.name == r.parameter]])
  }

  enforce {
    condition = core::alltrue([
      for r in local.rules :
      core::length(local.values) == 0 ? core::regex_match(local.family, r.on_by_default) : core::alltrue([for v in local.values : core::contains(r.values, v)])
    ])
    error_message = "Databases with this parameter group accept connections without TLS: ${core::join(", ", [for r in local.rules : r.parameter])} is ${core::length(local.values) == 0 ? "not set and off by default for ${local.family}" : core::join(", ", local.values)}."
  }
}

# A database with a group of this configuration is judged there, one with another company's or stack's group elsewhere.
resource_policy "aws_*" "default_forces_tls" {
  filter = core::contains(local.database_types, meta.type) && core::length(local.rules) > 0 && local.default_group

  locals {
    group = meta.type == "aws_rds_cluster" ? core::try(attrs.db_cluster_parameter_group_name, null) : core::try(attrs.parameter_group_name, null)
    # Unset and null mean the default group, which AWS names "default." and the family.
    default_group = local.group == null ? true : (
      core::length(core::getresources("aws_db_parameter_group", { name = local.group })) == 0 &&
      core::length(core::getresources("aws_rds_cluster_parameter_group", { name = local.group })) == 0 &&
      core::startswith(local.group, "default.")
    )
    # A replica or a restored database has no engine of its own to state.
    engine = "${core::try(core::lower(attrs.engine), "")}${core::try(core::trimspace(attrs.engine_version), "")}"
    rules  = [for e in local.engines : e if core::regex_match(local.engine, e.family)]
  }

  enforce {
    condition     = core::alltrue([for r in local.rules : core::regex_match(local.engine, r.on_by_default)])
    error_message = "The database (${local.engine}) has no parameter group of its own and accepts connections without TLS, since ${core::join(", ", [for r in local.rules : r.parameter])} is off by default."
  }
}
