# CloudTrail records what is done in the account: everywhere, completely, tamper-evident, and where somebody looks at
# it.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

# A trail that records all management events in all regions. Further trails beside it may do less, for example only
# record accesses to one bucket, because a second copy of the management events would add nothing.
locals {
  complete_trails = [
    for t in core::getresources("aws_cloudtrail", {}) : t if core::alltrue([
      # Unset, a trail logs and takes in the global services, and without any selector it takes all management events.
      core::try(t.enable_logging, true) != false,
      core::try(t.include_global_service_events, true) != false,
      core::try(t.is_multi_region_trail, false) == true,
      core::length(core::try([for s in t.event_selector : s], [])) == 0 || core::anytrue([
        for s in core::try([for s in t.event_selector : s], []) :
        core::try(s.include_management_events, true) != false && core::try(core::lower(s.read_write_type), "all") == "all"
      ]),
      core::alltrue([
        for s in core::try([for s in t.event_selector : s], []) :
        core::length(core::try([for e in s.exclude_management_event_sources : e], [])) == 0
      ]),
      core::length(core::try([for s in t.advanced_event_selector : s], [])) == 0 || core::anytrue([
        for s in core::try([for s in t.advanced_event_selector : s], []) :
        core::length(s.field_selector) == 1 && core::try(core::contains(s.field_selector[0].equals, "Management"), false)
      ]),
    ])
  ]
}

resource_policy "aws_cloudtrail" "records_events" {
  locals {
    selectors = core::try([for s in attrs.event_selector : s], [])
    advanced  = core::try([for s in attrs.advanced_event_selector : s], [])
    excluded = core::flatten([
      for s in local.selectors : core::try([for e in s.exclude_management_event_sources : e], [])
    ])

    # Both arguments of a selector default to the complete recording (provider: true and All).
    selected = core::length(local.selectors) == 0 || core::anytrue([
      for s in local.selectors :
      core::try(s.include_management_events, true) != false && core::try(core::lower(s.read_write_type), "all") == "all"
    ])
    # An advanced selector names what it wants: management events are gone unless one of them asks for them, and a
    # second field (readOnly, eventSource) leaves some of them out.
    selected_advanced = core::length(local.advanced) == 0 || core::anytrue([
      for s in local.advanced :
      core::length(s.field_selector) == 1 && core::try(core::contains(s.field_selector[0].equals, "Management"), false)
    ])
    another = core::length(local.complete_trails) > 0
  }

  enforce {
    # The provider's default is true.
    condition     = core::try(attrs.enable_logging, true) != false
    error_message = "The trail exists but does not log (enable_logging is false); a complete log of the account is promised."
  }

  enforce {
    # The provider's default is true.
    condition     = core::try(attrs.include_global_service_events, true) != false || local.another
    error_message = "The trail leaves out global services, and with them every sign-in and every change in IAM."
  }

  enforce {
    condition     = local.selected && local.selected_advanced || local.another
    error_message = "The trail's selectors leave out management events, that is actions of administrators; API calls and administrators' actions are promised to be logged."
  }

  enforce {
    condition     = core::length(local.excluded) == 0 || local.another
    error_message = "The trail leaves out the events of ${core::join(", ", local.excluded)}; complete logging is promised."
  }
}

resource_policy "aws_cloudtrail" "multi_region" {
  enforce {
    # The provider's default is false: a trail of one region.
    condition     = core::try(attrs.is_multi_region_trail, false) == true || core::length(local.complete_trails) > 0
    error_message = "The trail records one region only; what happens in any other region would leave no trace (is_multi_region_trail)."
  }
}

resource_policy "aws_cloudtrail" "log_file_validation" {
  enforce {
    # The provider's default is false, though the console's is true.
    condition     = core::try(attrs.enable_log_file_validation, false) == true
    error_message = "The trail writes no digest files (enable_log_file_validation), so a changed or deleted log file would not be noticed. Tamper-proof logs are promised."
  }
}

resource_policy "aws_cloudtrail" "central_in_cloudwatch" {
  enforcement_level = "advisory"

  locals {
    group = core::try(attrs.cloud_watch_logs_group_arn, null)
  }

  enforce {
    # Compared as text, because the ARN of a log group that is yet to be created is unknown, but never empty.
    condition     = local.group != null && core::valuetostring(local.group) != ""
    error_message = "The trail delivers to S3 only; central audit logs in CloudWatch are promised (cloud_watch_logs_group_arn)."
  }
}

resource_policy "aws_cloudtrail" "own_key" {
  enforcement_level = "advisory"

  locals {
    key = core::try(attrs.kms_key_id, null)
  }

  enforce {
    condition     = local.key != null && core::valuetostring(local.key) != ""
    error_message = "The trail's files are encrypted by S3 alone; a KMS key of the company (kms_key_id) would also control who may read them."
  }
}
