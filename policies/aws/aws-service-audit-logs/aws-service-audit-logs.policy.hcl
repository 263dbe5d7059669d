# Services log who signs in, who calls and who administers: Kubernetes, databases, search, VPN, message brokers, and the
# entrances to the web.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

locals {
  # Databases that export their log when they are told to. `kinds`: one of these tells of sign-ins or statements.
  exports = {
    aws_db_instance = {
      argument = "enabled_cloudwatch_logs_exports"
      kinds    = ["audit", "error", "general", "postgresql", "listener", "iam-db-auth-error", "diag.log", "notify.log"]
    }
    aws_rds_cluster = {
      argument = "enabled_cloudwatch_logs_exports"
      kinds    = ["audit", "error", "general", "postgresql", "iam-db-auth-error"]
    }
    aws_docdb_cluster   = { argument = "enabled_cloudwatch_logs_exports", kinds = ["audit"] }
    aws_neptune_cluster = { argument = "enable_cloudwatch_logs_exports", kinds = ["audit"] }
  }

  search_domains = ["aws_opensearch_domain", "aws_elasticsearch_domain"]
  stages         = ["aws_api_gateway_stage", "aws_apigatewayv2_stage"]
  balancers      = ["aws_lb", "aws_alb"]
  control_plane  = ["api", "audit", "authenticator"]
}

resource_policy "aws_eks_cluster" "control_plane_logs" {
  locals {
    # Not set, nothing is logged.
    missing = [
      for t in local.control_plane : t
      if !core::contains(core::try([for t in attrs.enabled_cluster_log_types : t], []), t)
    ]
  }

  enforce {
    condition     = core::length(local.missing) == 0
    error_message = "The cluster does not log ${core::join(", ", local.missing)}: sign-ins, API calls and actions of administrators are promised to be logged."
  }
}

resource_policy "aws_ec2_client_vpn_endpoint" "connections_logged" {
  enforce {
    condition     = core::try(attrs.connection_log_options[0].enabled, false) == true
    error_message = "The VPN does not log who connects; sign-ins are promised to be logged."
  }
}

resource_policy "aws_*" "database_logs" {
  enforcement_level = "advisory"
  # A read replica repeats the statements of its source.
  filter = core::contains(core::keys(local.exports), meta.type) && core::try(attrs.replicate_source_db, null) == null

  locals {
    exported = core::try([for k in attrs[local.exports[meta.type].argument] : k], [])
  }

  enforce {
    condition     = core::anytrue([for k in local.exports[meta.type].kinds : core::contains(local.exported, k)])
    error_message = "The database exports no log of sign-ins or statements to CloudWatch (${local.exports[meta.type].argument}); central audit logs are promised."
  }
}

resource_policy "aws_*" "search_audit_logs" {
  filter = core::contains(local.search_domains, meta.type)

  enforce {
    # A block is on unless it says otherwise.
    condition = core::anytrue([
      for o in core::try([for o in attrs.log_publishing_options : o], []) :
      o.log_type == "AUDIT_LOGS" && core::try(o.enabled, true) != false
    ])
    error_message = "The domain publishes no audit log (log_publishing_options with AUDIT_LOGS); sign-ins and administrators' actions are promised to be logged."
  }
}

resource_policy "aws_mq_broker" "broker_logs" {
  locals {
    # RabbitMQ knows no audit log.
    kind = core::try(core::lower(attrs.engine_type), "activemq") == "activemq" ? "audit" : "general"
  }

  enforce {
    # Not set, nothing is logged.
    condition     = core::try(attrs.logs[0][local.kind], false) == true
    error_message = "The broker writes no ${local.kind} log; sign-ins and administrators' actions are promised to be logged."
  }
}

resource_policy "aws_*" "api_access_logs" {
  filter = core::contains(local.stages, meta.type)

  enforce {
    condition     = core::length(core::try([for a in attrs.access_log_settings : a], [])) > 0
    error_message = "The stage logs no calls (access_log_settings); API calls are promised to be logged."
  }
}

resource_policy "aws_*" "balancer_access_logs" {
  # A gateway load balancer knows no access log, and a network load balancer only one of TLS listeners.
  filter = core::contains(local.balancers, meta.type) && core::try(attrs.load_balancer_type, "application") == "application"

  enforce {
    # A block with a bucket logs nothing yet: the provider's default for enabled is false.
    condition     = core::try(attrs.access_logs[0].enabled, false) == true
    error_message = "The load balancer logs no accesses (access_logs.enabled); complete logging is promised."
  }
}

resource_policy "aws_elb" "balancer_access_logs" {
  enforce {
    # Here the default for enabled is true, once there is a block.
    condition     = core::length(core::try([for a in attrs.access_logs : a], [])) > 0 && core::try(attrs.access_logs[0].enabled, true) != false
    error_message = "The load balancer logs no accesses (access_logs); complete logging is promised."
  }
}

resource_policy "aws_wafv2_web_acl" "firewall_logs" {
  enforce {
    condition     = core::length(core::getresources("aws_wafv2_web_acl_logging_configuration", { resource_arn = attrs.arn })) > 0
    error_message = "The firewall logs nothing: no aws_wafv2_web_acl_logging_configuration belongs to it; complete logging is promised."
  }
}
