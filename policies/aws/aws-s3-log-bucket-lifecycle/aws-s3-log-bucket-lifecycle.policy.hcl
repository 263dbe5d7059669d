# Logs in S3 expire in time: audit logs after 30 to 90 days, traffic data (access and flow logs) after at most 70. What a
# bucket holds is told by the services that write into it, not by its name.

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
  description = "Days that audit logs must be kept."
  default     = 30
}

input "log_retention_max_days" {
  type        = number
  description = "Days that audit logs may be kept."
  default     = 90
}

input "traffic_retention_max_days" {
  type        = number
  description = "Days that traffic data may be kept."
  default     = 70
}

# Who writes where: `on` whether it does, `at` the bucket as the writer names it (by id, ARN or domain), `prefix` how its
# objects begin. Nothing is filtered out here, so that what is not known of one writer or rule stays with that one.
locals {
  audit_writers = [
    for t in core::getresources("aws_cloudtrail", {}) : {
      at     = core::try(t.s3_bucket_name, "")
      prefix = core::try("${core::trimsuffix(t.s3_key_prefix, "/")}/AWSLogs/", "AWSLogs/")
    }
  ]

  traffic_writers = core::flatten([
    [
      for l in core::getresources("aws_s3_bucket_logging", {}) :
      { on = true, kind = "id", at = core::try(l.target_bucket, ""), prefix = core::try(l.target_prefix, "") }
    ],
    [
      for b in core::getresources("aws_s3_bucket", {}) : [
        for l in core::try([for l in b.logging : l], []) :
        { on = true, kind = "id", at = core::try(l.target_bucket, ""), prefix = core::try(core::trimspace(l.target_prefix), "") }
      ]
    ],
    # An application or network load balancer logs only where enabled is true, a classic one unless it is false.
    [
      for b in core::concat(core::getresources("aws_lb", {}), core::getresources("aws_alb", {})) : [
        for l in core::concat(core::try([for l in b.access_logs : l], []), core::try([for l in b.connection_logs : l], [])) :
        { on = core::try(l.enabled, false) == true, kind = "id", at = core::try(l.bucket, ""), prefix = core::try("${core::trimsuffix(l.prefix, "/")}/AWSLogs/", "AWSLogs/") }
      ]
    ],
    [
      for b in core::getresources("aws_elb", {}) : [
        for l in core::try([for l in b.access_logs : l], []) :
        { on = core::try(l.enabled, true) != false, kind = "id", at = core::try(l.bucket, ""), prefix = core::try("${core::trimsuffix(l.bucket_prefix, "/")}/AWSLogs/", "AWSLogs/") }
      ]
    ],
    [
      for d in core::getresources("aws_cloudfront_distribution", {}) : [
        for l in core::try([for l in d.logging_config : l], []) :
        { on = true, kind = "domain", at = core::try(l.bucket, ""), prefix = core::try(core::trimspace(l.prefix), "") }
      ]
    ],
    [
      for f in core::getresources("aws_flow_log", {}) :
      { on = core::try(f.log_destination_type, "") == "s3", kind = "arn", at = core::try(f.log_destination, ""), prefix = "AWSLogs/" }
    ],
    [
      for q in core::getresources("aws_route53_resolver_query_log_config", {}) :
      { on = true, kind = "arn", at = core::try(q.destination_arn, ""), prefix = "AWSLogs/" }
    ],
    [
      for w in core::getresources("aws_wafv2_web_acl_logging_configuration", {}) : [
        for d in core::try([for d in w.log_destination_configs : d], []) : { on = true, kind = "arn", at = d, prefix = "AWSLogs/" }
      ]
    ],
  ])

  # Lifecycle rules. 0 days stands for a rule that expires nothing after a number of days: a date is a single event and no
  # retention. A rule that also looks at tags or sizes is partial: it leaves some of the logs out. An empty or missing
  # prefix is the whole bucket; trimspace refuses null, so that the next place is looked at.
  rules = core::flatten([
    [
      for c in core::getresources("aws_s3_bucket_lifecycle_configuration", {}) : [
        for r in core::try([for r in c.rule : r], []) : {
          bucket = core::try(c.bucket, "")
          on     = core::try(r.status, "") == "Enabled"
          days   = core::try(core::max(r.expiration[0].days, 0), 0)
          prefix = core::try(core::trimspace(r.filter[0].and[0].prefix), core::trimspace(r.filter[0].prefix), core::trimspace(r.prefix), "")
          partial = (
            core::try(r.filter[0].and[0] != null, false) || core::try(core::length(r.filter[0].tag) > 0, false) ||
            core::try(r.filter[0].object_size_greater_than > 0, false) || core::try(r.filter[0].object_size_less_than > 0, false)
          )
        }
      ]
    ],
    # Before provider 4 the rules were blocks of the bucket.
    [
      for b in core::getresources("aws_s3_bucket", {}) : [
        for r in core::try([for r in b.lifecycle_rule : r], []) : {
          bucket  = b.id
          on      = core::try(r.enabled, false) == true
          days    = core::try(core::max(r.expiration[0].days, 0), 0)
          prefix  = core::try(core::trimspace(r.prefix), "")
          partial = core::try(core::length(r.tags) > 0, false)
        }
      ]
    ],
  ])
}

resource_policy "aws_s3_bucket" "audit_logs_kept" {
  filter = core::anytrue([for w in local.audit_writers : w.at == attrs.id])

  enforce {
    # Where several rules meet, S3 takes the earliest. Without any the logs stay, which the next policy judges.
    condition = !core::anytrue([
      for r in local.rules : r.bucket == attrs.id && r.on && r.days > 0 && r.days < input.log_retention_min_days && core::anytrue([
        for w in local.audit_writers : w.at == attrs.id && (core::startswith(w.prefix, r.prefix) || core::startswith(r.prefix, w.prefix))
      ])
    ])
    error_message = "Audit logs of the bucket expire after ${core::join(", ", [for r in local.rules : r.days if r.bucket == attrs.id && r.on && r.days > 0])} days; they must be kept for ${input.log_retention_min_days}."
  }
}

resource_policy "aws_s3_bucket" "audit_logs_expire" {
  filter = core::anytrue([for w in local.audit_writers : w.at == attrs.id])

  enforce {
    condition = core::anytrue([
      for r in local.rules : r.bucket == attrs.id && r.on && !r.partial && r.days > 0 && r.days <= input.log_retention_max_days && core::alltrue([
        for w in local.audit_writers : w.at != attrs.id || core::startswith(w.prefix, r.prefix)
      ])
    ])
    error_message = "No lifecycle rule ends all audit logs of the bucket after at most ${input.log_retention_max_days} days, as promised."
  }
}

resource_policy "aws_s3_bucket" "traffic_logs_expire" {
  filter = core::anytrue([for w in local.writers : w.here])

  locals {
    self = {
      id     = attrs.id
      arn    = core::try(attrs.arn, "arn:aws:s3:::${attrs.id}")
      domain = core::try(attrs.bucket_domain_name, "${attrs.id}.s3.amazonaws.com")
    }
    # The destination of a flow log may go on with a folder behind the ARN.
    writers = [
      for w in local.traffic_writers : {
        here = w.on && (w.at == local.self[w.kind] || (
          w.kind == "arn" && core::length(core::getresources("aws_s3_bucket", { arn = w.at })) == 0 && core::startswith(w.at, "${local.self.arn}/")
        ))
        prefix = w.prefix
      }
    ]
  }

  enforce {
    condition = core::anytrue([
      for r in local.rules : r.bucket == attrs.id && r.on && !r.partial && r.days > 0 && r.days <= input.traffic_retention_max_days && core::alltrue([
        for w in local.writers : !w.here || core::startswith(w.prefix, r.prefix)
      ])
    ])
    error_message = "No lifecycle rule ends all access and flow logs of the bucket after at most ${input.traffic_retention_max_days} days, as promised."
  }
}
