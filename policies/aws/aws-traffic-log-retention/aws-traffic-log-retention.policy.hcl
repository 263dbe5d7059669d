# Traffic data in CloudWatch (flow, access, DNS, firewall and VPN logs) is gone after ten weeks at most. Judged is
# whoever writes it, because only that tells what a log group holds. Logs in S3 are judged at the bucket
# (aws-s3-log-bucket-lifecycle).

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "traffic_retention_max_days" {
  type        = number
  description = "Days that traffic data may be kept."
  default     = 70
}

locals {
  traffic_sources = [
    "aws_flow_log",
    "aws_api_gateway_stage",
    "aws_apigatewayv2_stage",
    "aws_route53_query_log",
    "aws_route53_resolver_query_log_config",
    "aws_wafv2_web_acl_logging_configuration",
    "aws_vpclattice_access_log_subscription",
    "aws_ec2_client_vpn_endpoint",
    "aws_vpn_connection",
    "aws_networkfirewall_logging_configuration",
  ]
}

resource_policy "aws_*" "traffic_ends_in_time" {
  filter = core::contains(local.traffic_sources, meta.type) && core::length(local.arns) + core::length(local.names) > 0

  locals {
    # Flow logs go to CloudWatch unless another kind of destination is named.
    flow = meta.type == "aws_flow_log" && core::try(attrs.log_destination_type, "cloud-watch-logs") == "cloud-watch-logs"
    # No two of these types share the name of an argument, apart from destination_arn, which means the same everywhere.
    stated_arns = core::flatten([
      local.flow ? [core::try(attrs.log_destination, null)] : [],
      core::try([for a in attrs.access_log_settings : a.destination_arn], []),
      meta.type == "aws_route53_query_log" ? [attrs.cloudwatch_log_group_arn] : [],
      core::contains(["aws_route53_resolver_query_log_config", "aws_vpclattice_access_log_subscription"], meta.type) ? [attrs.destination_arn] : [],
      meta.type == "aws_wafv2_web_acl_logging_configuration" ? core::try([for d in attrs.log_destination_configs : d], []) : [],
      [
        for t in core::concat(core::try([for t in attrs.tunnel1_log_options : t], []), core::try([for t in attrs.tunnel2_log_options : t], [])) :
        core::try([for c in t.cloudwatch_log_options : core::try(c.log_group_arn, null) if core::try(c.log_enabled, false) == true], [])
      ],
    ])
    # An ARN that is written out says what it is; one that is not yet known has to be compared.
    arns = [
      for a in local.stated_arns : a
      if a != null && (core::valuetostring(a) == "(unknown)" || core::contains_substring(core::valuetostring(a), ":log-group:"))
    ]
    names = core::flatten([
      for list in [
        local.flow ? [core::try(attrs.log_group_name, null)] : [],
        meta.type == "aws_ec2_client_vpn_endpoint" ? core::try([for o in attrs.connection_log_options : core::try(o.cloudwatch_log_group, null) if o.enabled], []) : [],
        [
          for c in core::try([for c in attrs.logging_configuration : c], []) :
          core::try([for d in c.log_destination_config : core::try(d.log_destination.logGroup, null)], [])
        ],
      ] : [for n in core::flatten([list]) : n if n != null]
    ])

    # The names of the groups whose ARN is written out.
    written = [
      for a in local.arns : core::try(core::regex(":log-group:([^:]+)", a)[0], "")
      if core::valuetostring(a) != "(unknown)"
    ]
    # How many days each group keeps its events, 0 standing for ever; AWS keeps a delivery group for two days in any
    # case.
    by_name = [
      for n in core::concat(local.names, local.written) : {
        name = n
        days = [
          for g in core::getresources("aws_cloudwatch_log_group", { name = n }) :
          core::try(g.log_group_class, "STANDARD") == "DELIVERY" ? 2 : core::try(core::max(g.retention_in_days, 0), 0)
        ]
      }
    ]
    by_arn = [
      for a in local.arns : {
        arn = a
        days = [
          for g in core::getresources("aws_cloudwatch_log_group", { arn = a }) :
          core::try(g.log_group_class, "STANDARD") == "DELIVERY" ? 2 : core::try(core::max(g.retention_in_days, 0), 0)
        ]
      }
      if core::valuetostring(a) == "(unknown)"
    ]
    # A group that this configuration does not manage can only be looked up.
    in_time = core::concat(
      [
        for t in local.by_name : core::length(t.days) > 0 ? core::alltrue([for d in t.days : d > 0 && d <= input.traffic_retention_max_days]) :
        core::try(core::max(core::getdatasource("aws_cloudwatch_log_group", { name = t.name }).retention_in_days, 0), 0) > 0 &&
        core::try(core::getdatasource("aws_cloudwatch_log_group", { name = t.name }).retention_in_days, 0) <= input.traffic_retention_max_days
      ],
      [
        for t in local.by_arn : core::length(t.days) > 0 ? core::alltrue([for d in t.days : d > 0 && d <= input.traffic_retention_max_days]) :
        core::try(core::getdatasource("aws_cloudwatch_log_group", { name = t.arn }).retention_in_days, 0) > 0
      ],
    )
    # Some of them may write into a bucket or a Firehose stream instead, which is none of this policy's business.
    elsewhere = [
      for a in local.arns :
      core::length(core::getresources("aws_s3_bucket", { arn = a })) > 0 || core::length(core::getresources("aws_kinesis_firehose_delivery_stream", { arn = a })) > 0
      if core::valuetostring(a) == "(unknown)"
    ]
    days = core::flatten([[for t in local.by_name : t.days], [for t in local.by_arn : t.days]])
    kept = core::join(", ", [for d in local.days : d == 0 ? "never ending" : "${d} days"])
  }

  enforce {
    condition     = core::alltrue(local.in_time) || core::length(local.elsewhere) > 0 && core::alltrue(local.elsewhere)
    error_message = "Traffic data goes to a log group that keeps it too long (${local.kept}); at most ${input.traffic_retention_max_days} days (ten weeks) are promised."
  }
}
