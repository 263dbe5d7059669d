variable "snapshots" {
  description = "How many daily snapshots are kept; has no default."
  type        = number
}

resource "aws_dlm_lifecycle_policy" "volumes" {
  description        = "Daily snapshots"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { backup = "daily" }

    schedule {
      name = "daily"

      create_rule {
        interval      = 24
        interval_unit = "HOURS"
      }

      retain_rule {
        count = var.snapshots
      }
    }
  }
}
