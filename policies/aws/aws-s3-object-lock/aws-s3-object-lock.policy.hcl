# Audit logs cannot be changed or removed before their time, and can be afterwards: the bucket of a CloudTrail trail has
# an object lock for as long as the logs must be kept, and for no longer than they may be.
#
# Buckets of S3 access logs and of AWS Config are left out on purpose: neither service can write into a bucket with a
# default retention.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "s3_object_lock_modes" {
  type        = list(string)
  description = "Modes that count as tamper-proof. In GOVERNANCE mode whoever holds s3:BypassGovernanceRetention may still delete."
  default     = ["COMPLIANCE"]
}

input "log_retention_min_days" {
  type        = number
  description = "Days that audit logs must be kept."
  default     = 30
}

input "log_retention_max_days" {
  type        = number
  description = "Days that audit logs may be kept; a lock in COMPLIANCE mode cannot be shortened by anybody."
  default     = 90
}

resource_policy "aws_s3_bucket" "audit_logs_locked" {
  filter = core::length(core::getresources("aws_cloudtrail", { s3_bucket_name = attrs.id })) > 0

  locals {
    separate = core::getresources("aws_s3_bucket_object_lock_configuration", { bucket = attrs.id })
    inline   = core::try([for c in attrs.object_lock_configuration : c], [])
    rules    = core::flatten([for c in core::concat(local.separate, local.inline) : core::try([for r in c.rule : r], [])])
    # Either days or years are set.
    locks = [
      for r in local.rules : {
        mode = core::try(r.default_retention[0].mode, "")
        days = core::try(r.default_retention[0].days > 0, false) ? r.default_retention[0].days : core::try(r.default_retention[0].years * 365, 0)
      }
    ]
  }

  enforce {
    condition     = core::length(local.locks) > 0
    error_message = "The bucket holds the logs of CloudTrail and has no object lock with a default retention, so logs can be deleted and replaced; tamper-proof storage is promised."
  }

  enforce {
    condition     = core::alltrue([for l in local.locks : core::contains(input.s3_object_lock_modes, l.mode)])
    error_message = "The object lock of the audit logs is in mode ${core::join(", ", [for l in local.locks : l.mode])}; promised is ${core::join(" or ", input.s3_object_lock_modes)}."
  }

  enforce {
    condition     = core::alltrue([for l in local.locks : l.days >= input.log_retention_min_days])
    error_message = "The object lock of the audit logs ends after ${core::join(", ", [for l in local.locks : l.days])} days; they must be kept for ${input.log_retention_min_days}."
  }
}

resource_policy "aws_s3_bucket" "lock_ends_in_time" {
  filter = core::length(core::getresources("aws_cloudtrail", { s3_bucket_name = attrs.id })) > 0 && core::length(local.days) > 0

  locals {
    separate = core::getresources("aws_s3_bucket_object_lock_configuration", { bucket = attrs.id })
    inline   = core::try([for c in attrs.object_lock_configuration : c], [])
    rules    = core::flatten([for c in core::concat(local.separate, local.inline) : core::try([for r in c.rule : r], [])])
    days = [
      for r in local.rules : core::try(r.default_retention[0].days > 0, false) ? r.default_retention[0].days : core::try(r.default_retention[0].years * 365, 0)
    ]
  }

  enforce {
    condition     = core::alltrue([for d in local.days : d <= input.log_retention_max_days])
    error_message = "The object lock keeps audit logs for ${core::join(", ", local.days)} days; at most ${input.log_retention_max_days} are promised, and the lock makes an earlier erasure impossible."
  }
}
