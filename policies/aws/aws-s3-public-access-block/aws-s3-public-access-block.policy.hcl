# Public access to buckets is blocked: all four switches, for the bucket or for the whole account. AWS applies the
# stricter of the two, switch by switch.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

# Buckets made since April 2023 start with all four switches on, but anybody with the right may turn them off again, and
# Terraform sees that only if it manages them.
input "s3_public_access_block_explicit" {
  type        = bool
  description = "Whether the block must be stated; if false, a bucket without any counts as blocked by AWS's own default."
  default     = true
}

locals {
  flags = ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]

  # A block for another account than the provider's says nothing about these buckets.
  account_blocks = [
    for b in core::getresources("aws_s3_account_public_access_block", {}) : b if core::try(b.account_id, null) == null
  ]
}

resource_policy "aws_s3_bucket" "public_access_blocked" {
  locals {
    own = core::getresources("aws_s3_bucket_public_access_block", { bucket = attrs.id })

    # A switch that a block leaves out is sent as false by the provider. A bucket has one block only: of two resources the
    # one applied last wins, so both must be complete.
    switches = [
      for f in local.flags : {
        name = f
        on = core::anytrue([for b in local.account_blocks : core::try(b[f], false) == true]) || (
          core::length(local.own) > 0 && core::alltrue([for b in local.own : core::try(b[f], false) == true])
        )
      }
    ]
    blocks = core::length(local.own) + core::length(local.account_blocks)
  }

  enforce {
    condition     = local.blocks > 0 || !input.s3_public_access_block_explicit
    error_message = "Neither the bucket nor the account has a public access block; no public access is promised."
  }

  enforce {
    condition     = local.blocks == 0 || core::alltrue([for s in local.switches : s.on])
    error_message = "The public access block leaves ${core::join(", ", [for s in local.switches : s.name if !s.on])} off; no public access is promised."
  }
}

# A block whose bucket is not managed here has no other verdict.
resource_policy "aws_s3_bucket_public_access_block" "complete" {
  filter = local.complete || core::length(core::getresources("aws_s3_bucket", { id = attrs.bucket })) == 0

  locals {
    blocks   = core::concat([attrs], local.account_blocks)
    complete = core::alltrue([for f in local.flags : core::anytrue([for b in local.blocks : core::try(b[f], false) == true])])
    open     = [for f in local.flags : f if !core::anytrue([for b in local.blocks : core::try(b[f], false) == true])]
  }

  enforce {
    condition     = local.complete
    error_message = "The public access block leaves ${core::join(", ", local.open)} off; a switch that is left out is off."
  }
}

resource_policy "aws_s3_account_public_access_block" "account_complete" {
  enforce {
    condition     = core::alltrue([for f in local.flags : core::try(attrs[f], false) == true])
    error_message = "The account's public access block leaves ${core::join(", ", [for f in local.flags : f if core::try(attrs[f], false) != true])} off; a switch that is left out is off."
  }
}

# Access points are the other way round: what is left out is on.
resource_policy "aws_s3_access_point" "access_point_blocked" {
  locals {
    blocks = core::try([for b in attrs.public_access_block_configuration : b], [])
  }

  enforce {
    condition = core::alltrue(core::flatten([
      for b in local.blocks : [for f in local.flags : core::try(b[f], true) != false]
    ]))
    error_message = "The access point switches its public access block off in part; all four switches are promised."
  }
}

resource_policy "aws_s3control_multi_region_access_point" "multi_region_blocked" {
  locals {
    blocks = core::flatten([
      for d in core::try([for d in attrs.details : d], []) : core::try([for b in d.public_access_block : b], [])
    ])
  }

  enforce {
    condition = core::alltrue(core::flatten([
      for b in local.blocks : [for f in local.flags : core::try(b[f], true) != false]
    ]))
    error_message = "The multi-region access point switches its public access block off in part; all four switches are promised."
  }
}
