# Stays for ever.
resource "aws_redshift_cluster_snapshot" "before_upgrade" {
  cluster_identifier  = "reports"
  snapshot_identifier = "before-upgrade"
}

# 14 snapshots sound right, but they are weekly: the last one is 98 days old.
resource "aws_dlm_lifecycle_policy" "volumes" {
  description        = "Weekly snapshots"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { backup = "weekly" }

    schedule {
      name = "weekly"

      create_rule {
        interval      = 168
        interval_unit = "HOURS"
      }

      retain_rule {
        count = 14
      }
    }
  }
}
