# Services that make their log group themselves make one that never expires. So the group is declared before: by the
# name that the service uses.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

locals {
  # Databases export each kind of log into a group of its own. `argument`: the exported kinds; `prefix` and `name`: what
  # the service calls the group.
  databases = {
    aws_db_instance     = { argument = "enabled_cloudwatch_logs_exports", prefix = "/aws/rds/instance/", name = "identifier" }
    aws_rds_cluster     = { argument = "enabled_cloudwatch_logs_exports", prefix = "/aws/rds/cluster/", name = "cluster_identifier" }
    aws_docdb_cluster   = { argument = "enabled_cloudwatch_logs_exports", prefix = "/aws/docdb/", name = "cluster_identifier" }
    aws_neptune_cluster = { argument = "enable_cloudwatch_logs_exports", prefix = "/aws/neptune/", name = "cluster_identifier" }
  }
}

resource_policy "aws_lambda_function" "log_group_declared" {
  locals {
    # A function may name another group; else it writes into one that is called after it.
    stated = core::try(attrs.logging_config[0].log_group, null)
    group  = local.stated == null ? "/aws/lambda/${attrs.function_name}" : local.stated
  }

  enforce {
    condition     = core::length(core::getresources("aws_cloudwatch_log_group", { name = local.group })) > 0
    error_message = "No log group ${core::valuetostring(local.group)} is declared, so Lambda makes one that never expires; an end of retention is promised."
  }
}

resource_policy "aws_codebuild_project" "log_group_declared" {
  # The log in CloudWatch is on unless it is switched off.
  filter = core::try(attrs.logs_config[0].cloudwatch_logs[0].status, "ENABLED") != "DISABLED"

  locals {
    stated = core::try(attrs.logs_config[0].cloudwatch_logs[0].group_name, null)
    group  = local.stated == null ? "/aws/codebuild/${attrs.name}" : local.stated
  }

  enforce {
    condition     = core::length(core::getresources("aws_cloudwatch_log_group", { name = local.group })) > 0
    error_message = "No log group ${core::valuetostring(local.group)} is declared, so CodeBuild makes one that never expires; an end of retention is promised."
  }
}

resource_policy "aws_eks_cluster" "log_group_declared" {
  filter = core::length(core::try([for t in attrs.enabled_cluster_log_types : t], [])) > 0

  enforce {
    condition     = core::length(core::getresources("aws_cloudwatch_log_group", { name = "/aws/eks/${attrs.name}/cluster" })) > 0
    error_message = "No log group /aws/eks/${core::valuetostring(attrs.name)}/cluster is declared, so EKS makes one that never expires; an end of retention is promised."
  }
}

resource_policy "aws_*" "export_groups_declared" {
  filter = core::contains(core::keys(local.databases), meta.type) && core::length(local.kinds) > 0

  locals {
    kinds  = core::try([for k in attrs[local.databases[meta.type].argument] : k], [])
    groups = [for k in local.kinds : "${local.databases[meta.type].prefix}${attrs[local.databases[meta.type].name]}/${k}"]
    missing = [
      for g in local.groups : g
      if core::length(core::getresources("aws_cloudwatch_log_group", { name = g })) == 0
    ]
  }

  enforce {
    condition     = core::length(local.missing) == 0
    error_message = "The log groups ${core::join(", ", local.missing)} are not declared, so the service makes them without an end; an end of retention is promised."
  }
}
