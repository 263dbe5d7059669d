# CloudWatch log groups keep their events as long as the TOM says, and no longer. Groups that hold traffic data may end
# earlier: for them only the upper bound of aws-traffic-log-retention counts.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "log_retention_min_days" {
  type        = number
  description = "Days that logs must be kept."
  default     = 30
}

input "log_retention_max_days" {
  type        = number
  description = "Days that logs may be kept."
  default     = 90
}

# Where services write traffic data (flow, access, DNS, firewall and VPN logs): by ARN, or by the group's name.
locals {
  traffic_arns = core::flatten([
    [for f in core::getresources("aws_flow_log", {}) : core::try(f.log_destination, null)],
    [
      for s in core::concat(core::getresources("aws_api_gateway_stage", {}), core::getresources("aws_apigatewayv2_stage", {})) :
      core::try([for a in s.access_log_settings : a.destination_arn], [])
    ],
    [for l in core::getresources("aws_route53_query_log", {}) : core::try(l.cloudwatch_log_group_arn, null)],
    [for l in core::getresources("aws_route53_resolver_query_log_config", {}) : core::try(l.destination_arn, null)],
    [for l in core::getresources("aws_vpclattice_access_log_subscription", {}) : core::try(l.destination_arn, null)],
    [for l in core::getresources("aws_wafv2_web_acl_logging_configuration", {}) : core::try([for d in l.log_destination_configs : d], [])],
    [
      for v in core::getresources("aws_vpn_connection", {}) : [
        for t in core::concat(core::try([for t in v.tunnel1_log_options : t], []), core::try([for t in v.tunnel2_log_options : t], [])) :
        core::try([for c in t.cloudwatch_log_options : c.log_group_arn], [])
      ]
    ],
  ])

  traffic_names = core::flatten([
    # Before provider 6 a flow log could name its group.
    [for f in core::getresources("aws_flow_log", {}) : core::try(f.log_group_name, null)],
    [for e in core::getresources("aws_ec2_client_vpn_endpoint", {}) : core::try([for o in e.connection_log_options : o.cloudwatch_log_group], [])],
    [
      for n in core::getresources("aws_networkfirewall_logging_configuration", {}) : [
        for c in core::try([for c in n.logging_configuration : c], []) : core::try([for d in c.log_destination_config : d.log_destination.logGroup], [])
      ]
    ],
  ])
}

resource_policy "aws_cloudwatch_log_group" "kept_long_enough" {
  # What a delivery group hands on lies elsewhere; AWS keeps the group itself for two days, whatever is written here.
  filter = core::try(attrs.log_group_class, "STANDARD") != "DELIVERY"

  locals {
    # Not set, null and 0 all mean that events never expire.
    days = core::try(core::max(attrs.retention_in_days, 0), 0)
    traffic = (
      core::contains(local.traffic_arns, core::try(attrs.arn, null)) ||
      core::contains(local.traffic_names, core::try(attrs.name, null)) ||
      # An ARN that is written out, with or without the suffix that some services want.
      core::anytrue([
        for a in local.traffic_arns : core::endswith(core::trimsuffix(a, ":*"), ":log-group:${core::try(attrs.name, "")}")
        if a != null && core::valuetostring(a) != "(unknown)"
      ])
    )
  }

  enforce {
    # Events that never expire are kept long enough; that they are kept too long is the next policy's business.
    condition     = local.days == 0 || local.days >= input.log_retention_min_days || local.traffic
    error_message = "The log group keeps its events for ${local.days} days; at least ${input.log_retention_min_days} are promised."
  }
}

resource_policy "aws_cloudwatch_log_group" "not_kept_too_long" {
  filter = core::try(attrs.log_group_class, "STANDARD") != "DELIVERY"

  locals {
    # Not set, null and 0 all mean that events never expire.
    days = core::try(core::max(attrs.retention_in_days, 0), 0)
  }

  enforce {
    condition     = local.days != 0
    error_message = "The log group keeps its events for ever (retention_in_days is not set or 0); at most ${input.log_retention_max_days} days are promised."
  }

  enforce {
    condition     = local.days <= input.log_retention_max_days
    error_message = "The log group keeps its events for ${local.days} days; at most ${input.log_retention_max_days} are promised."
  }
}
