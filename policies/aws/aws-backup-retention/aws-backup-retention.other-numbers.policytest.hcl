policytest {
  targets = ["aws-backup-retention.policy.hcl"]
}

# Another company: at least 7, at most 35.
inputs {
  backup_retention_min_days = 7
  backup_retention_max_days = 35
}

resource "aws_db_instance" "pass_thirty_five" {
  attrs = {
    backup_retention_period = 35
  }
}

resource "aws_fsx_windows_file_system" "pass_default_of_seven" {
  attrs = {
    throughput_capacity = 32
  }
}

resource "aws_rds_cluster" "fail_default_of_one" {
  expect_failure = true
  attrs = {
    engine = "aurora-mysql"
  }
}
