resource "aws_redshift_cluster" "reports" {
  cluster_identifier               = "reports"
  node_type                        = "ra3.large"
  manual_snapshot_retention_period = 14
}

resource "aws_redshift_cluster_snapshot" "before_upgrade" {
  cluster_identifier               = aws_redshift_cluster.reports.cluster_identifier
  snapshot_identifier              = "before-upgrade"
  manual_snapshot_retention_period = 14
}

resource "aws_dlm_lifecycle_policy" "volumes" {
  description        = "Daily snapshots"
  execution_role_arn = "arn:aws:iam::111122223333:role/dlm"
  state              = "ENABLED"

  policy_details {
    resource_types = ["VOLUME"]
    target_tags    = { backup = "daily" }

    schedule {
      name = "daily"

      create_rule {
        interval      = 24
        interval_unit = "HOURS"
        times         = ["03:00"]
      }

      retain_rule {
        count = 14
      }
    }
  }
}
