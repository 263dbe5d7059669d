# What is deleted is gone: in a versioned bucket a deletion only hides an object, so old versions must expire. They are
# backups of a kind and may live as long as backups do.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "s3_noncurrent_max_days" {
  type        = number
  description = "Days that a replaced or deleted version may still be kept."
  default     = 14
}

resource_policy "aws_s3_bucket" "old_versions_expire" {
  filter = core::anytrue(local.versioned)

  locals {
    # Suspended versioning keeps the versions that are there, and an object lock brings versioning with it.
    versioned = core::flatten([
      [
        for v in core::getresources("aws_s3_bucket_versioning", { bucket = attrs.id }) :
        core::contains(["Enabled", "Suspended"], core::try(v.versioning_configuration[0].status, ""))
      ],
      [core::try(attrs.versioning[0].enabled, false) == true, core::try(attrs.object_lock_enabled, false) == true],
      core::try([for c in attrs.object_lock_configuration : true], []),
    ])

    # A rule counts if it is enabled, ends every old version (newer_noncurrent_versions would keep some for ever) and
    # looks at no prefix, tag or size. 0 days stands for a rule that ends no old versions; max and length refuse null.
    rules = core::flatten([
      [
        for c in core::getresources("aws_s3_bucket_lifecycle_configuration", { bucket = attrs.id }) : [
          for r in core::try([for r in c.rule : r], []) : {
            days = core::try(core::max(r.noncurrent_version_expiration[0].noncurrent_days, 0), 0)
            whole = (
              core::try(r.status, "") == "Enabled" && !core::try(r.noncurrent_version_expiration[0].newer_noncurrent_versions > 0, false) &&
              !core::try(r.filter[0].and[0] != null, false) && !core::try(core::length(r.filter[0].tag) > 0, false) &&
              !core::try(core::length(r.filter[0].prefix) > 0, false) && !core::try(core::length(r.prefix) > 0, false) &&
              !core::try(r.filter[0].object_size_greater_than > 0, false) && !core::try(r.filter[0].object_size_less_than > 0, false)
            )
          }
        ]
      ],
      # Before provider 4 the rules were blocks of the bucket.
      [
        for r in core::try([for r in attrs.lifecycle_rule : r], []) : {
          days = core::try(core::max(r.noncurrent_version_expiration[0].days, 0), 0)
          whole = (
            core::try(r.enabled, false) == true && !core::try(core::length(r.prefix) > 0, false) && !core::try(core::length(r.tags) > 0, false)
          )
        }
      ],
    ])
    end = core::anytrue([for r in local.rules : r.whole && r.days > 0])
  }

  enforce {
    condition     = local.end
    error_message = "The bucket keeps versions, and no lifecycle rule for the whole bucket ends old ones: what is deleted stays for ever. At most ${input.s3_noncurrent_max_days} days are promised."
  }

  enforce {
    condition     = !local.end || core::anytrue([for r in local.rules : r.whole && r.days > 0 && r.days <= input.s3_noncurrent_max_days])
    error_message = "Old versions in the bucket stay for ${core::join(", ", [for r in local.rules : r.days if r.whole && r.days > 0])} days; at most ${input.s3_noncurrent_max_days} are promised."
  }
}
