# Data in S3 is encrypted at rest with AES-256: by the bucket's default encryption, and by no object that asks for less.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

input "s3_sse_algorithms" {
  type        = list(string)
  description = "Values of sse_algorithm that count as AES-256. All three of S3's methods do; [\"AES256\"] admits SSE-S3 alone."
  default     = ["AES256", "aws:kms", "aws:kms:dsse"]
}

# AWS encrypts every object written since 5 January 2023 with SSE-S3, and nobody can switch that off: a bucket that states
# nothing keeps the promise. Set this to true where the code itself must show it, for instance for buckets with older
# objects; then a change by hand is noticed and undone, too.
input "s3_sse_explicit" {
  type        = bool
  description = "Whether a bucket must state its encryption; if false, the encryption that AWS applies by itself counts."
  default     = false
}

locals {
  object_types = ["aws_s3_object", "aws_s3_bucket_object", "aws_s3_object_copy"]
}

resource_policy "aws_s3_bucket" "encrypted" {
  locals {
    # Since provider 4 the encryption is a resource of its own, joined by the bucket's id.
    separate = core::getresources("aws_s3_bucket_server_side_encryption_configuration", {
      bucket = attrs.id
    })
    # Older configurations keep it as a block of the bucket.
    inline = core::try([for c in attrs.server_side_encryption_configuration : c], [])

    rules = core::flatten([
      [for c in local.separate : core::try([for r in c.rule : r], [])],
      [for c in local.inline : core::try([for r in c.rule : r], [])],
    ])
    # A rule that only switches bucket keys on names no algorithm and adds nothing here.
    algorithms = core::flatten([
      for r in local.rules : [
        for d in core::try([for d in r.apply_server_side_encryption_by_default : d], []) : core::try(d.sse_algorithm, "")
      ]
    ])
    refused = [for a in local.algorithms : a if !core::contains(input.s3_sse_algorithms, a)]
  }

  enforce {
    condition     = core::length(local.algorithms) > 0 || !input.s3_sse_explicit
    error_message = "The bucket states no default encryption. AES-256 at rest is promised, and what AWS applies by itself does not count (input s3_sse_explicit)."
  }

  enforce {
    condition     = core::alltrue([for a in local.algorithms : core::contains(input.s3_sse_algorithms, a)])
    error_message = "The bucket's default encryption is ${core::join(", ", local.refused)}; promised is one of ${core::join(", ", input.s3_sse_algorithms)}."
  }
}

# An object may name an encryption of its own; without one the bucket's default applies.
resource_policy "aws_s3_*" "object_encrypted" {
  filter = core::contains(local.object_types, meta.type) && core::try(attrs.server_side_encryption, null) != null

  enforce {
    condition     = core::contains(input.s3_sse_algorithms, attrs.server_side_encryption)
    error_message = "The object is encrypted with ${core::valuetostring(attrs.server_side_encryption)} instead of one of ${core::join(", ", input.s3_sse_algorithms)}."
  }
}
