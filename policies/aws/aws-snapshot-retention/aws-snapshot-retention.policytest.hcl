policytest {
  targets = ["aws-snapshot-retention.policy.hcl"]
}

resource "aws_redshift_cluster_snapshot" "pass_fourteen" {
  attrs = {
    manual_snapshot_retention_period = 14
  }
}

resource "aws_redshift_cluster_snapshot" "fail_not_set" {
  expect_failure = true
  attrs = {
    snapshot_identifier = "a"
  }
}

resource "aws_redshift_cluster_snapshot" "fail_for_ever" {
  expect_failure = true
  attrs = {
    manual_snapshot_retention_period = -1
  }
}

resource "aws_redshift_cluster_snapshot" "fail_null" {
  expect_failure = true
  attrs = {
    manual_snapshot_retention_period = null
  }
}

resource "aws_redshift_cluster_snapshot" "fail_too_long" {
  expect_failure = true
  attrs = {
    manual_snapshot_retention_period = 30
  }
}

resource "aws_redshiftserverless_snapshot" "pass_fourteen" {
  attrs = {
    retention_period = 14
  }
}

resource "aws_redshiftserverless_snapshot" "fail_not_set" {
  expect_failure = true
  attrs = {
    snapshot_name = "a"
  }
}

resource "aws_redshift_snapshot_copy" "pass_both_bounded" {
  attrs = {
    manual_snapshot_retention_period = 14
  }
}

resource "aws_redshift_snapshot_copy" "fail_manual_for_ever" {
  expect_failure = true
  attrs = {
    retention_period = 7
  }
}

resource "aws_redshift_snapshot_copy" "fail_copies_too_long" {
  expect_failure = true
  attrs = {
    retention_period                 = 30
    manual_snapshot_retention_period = 14
  }
}

resource "aws_redshift_cluster" "pass_manual_bounded" {
  attrs = {
    manual_snapshot_retention_period = 7
  }
}

resource "aws_redshift_cluster" "fail_manual_not_set" {
  expect_failure = true
  attrs = {
    cluster_identifier = "a"
  }
}

resource "aws_redshift_cluster" "fail_manual_too_long" {
  expect_failure = true
  attrs = {
    manual_snapshot_retention_period = 365
  }
}

resource "aws_dlm_lifecycle_policy" "pass_fourteen_days" {
  attrs = {
    policy_details = [{ schedule = [{ create_rule = [{ interval = 24 }], retain_rule = [{ interval = 14, interval_unit = "DAYS" }] }] }]
  }
}

resource "aws_dlm_lifecycle_policy" "pass_two_weeks" {
  attrs = {
    policy_details = [{ schedule = [{ create_rule = [{ interval = 24 }], retain_rule = [{ interval = 2, interval_unit = "WEEKS" }] }] }]
  }
}

resource "aws_dlm_lifecycle_policy" "pass_fourteen_daily_ones" {
  attrs = {
    policy_details = [{ schedule = [{ create_rule = [{ interval = 24, interval_unit = "HOURS" }], retain_rule = [{ count = 14 }] }] }]
  }
}

resource "aws_dlm_lifecycle_policy" "pass_twenty_eight_half_daily_ones" {
  attrs = {
    policy_details = [{ schedule = [{ create_rule = [{ interval = 12 }], retain_rule = [{ count = 28, interval = null, interval_unit = null }] }] }]
  }
}

resource "aws_dlm_lifecycle_policy" "fail_seven_daily_ones" {
  expect_failure = true
  attrs = {
    policy_details = [{ schedule = [{ create_rule = [{ interval = 24 }], retain_rule = [{ count = 7 }] }] }]
  }
}

resource "aws_dlm_lifecycle_policy" "fail_a_month" {
  expect_failure = true
  attrs = {
    policy_details = [{ schedule = [{ create_rule = [{ interval = 24 }], retain_rule = [{ interval = 1, interval_unit = "MONTHS" }] }] }]
  }
}

resource "aws_dlm_lifecycle_policy" "fail_copies_for_ever" {
  expect_failure = true
  attrs = {
    policy_details = [{
      schedule = [{
        create_rule            = [{ interval = 24 }]
        retain_rule            = [{ count = 14 }]
        cross_region_copy_rule = [{ encrypted = true, target = "eu-west-1" }]
      }]
    }]
  }
}

resource "aws_dlm_lifecycle_policy" "pass_copies_bounded" {
  attrs = {
    policy_details = [{
      schedule = [{
        create_rule            = [{ interval = 24 }]
        retain_rule            = [{ count = 14 }]
        cross_region_copy_rule = [{ encrypted = true, target = "eu-west-1", retain_rule = [{ interval = 14, interval_unit = "DAYS" }] }]
      }]
    }]
  }
}

resource "aws_dlm_lifecycle_policy" "fail_archived" {
  expect_failure = true
  attrs = {
    policy_details = [{
      schedule = [{
        create_rule  = [{ interval = 24 }]
        retain_rule  = [{ count = 14 }]
        archive_rule = [{ archive_retain_rule = [{ retention_archive_tier = [{ interval = 90, interval_unit = "DAYS" }] }] }]
      }]
    }]
  }
}

resource "aws_dlm_lifecycle_policy" "pass_two_of_each_monday" {
  attrs = {
    policy_details = [{ schedule = [{ create_rule = [{ cron_expression = "cron(0 3 ? * MON *)", interval = null }], retain_rule = [{ count = 2 }] }] }]
  }
}

resource "aws_dlm_lifecycle_policy" "fail_fourteen_of_each_monday" {
  expect_failure = true
  attrs = {
    policy_details = [{ schedule = [{ create_rule = [{ cron_expression = "cron(0 3 ? * MON *)" }], retain_rule = [{ count = 14 }] }] }]
  }
}

resource "aws_dlm_lifecycle_policy" "pass_fourteen_by_daily_cron" {
  attrs = {
    policy_details = [{ schedule = [{ create_rule = [{ cron_expression = "cron(0 3 * * ? *)" }], retain_rule = [{ count = 14 }] }] }]
  }
}

resource "aws_dlm_lifecycle_policy" "fail_two_of_each_month" {
  expect_failure = true
  attrs = {
    policy_details = [{ schedule = [{ create_rule = [{ cron_expression = "cron(0 3 1 * ? *)" }], retain_rule = [{ count = 2 }] }] }]
  }
}

resource "aws_dlm_lifecycle_policy" "fail_event_copies_for_ever" {
  expect_failure = true
  attrs = {
    policy_details = [{
      policy_type = "EVENT_BASED_POLICY"
      action      = [{ name = "copy", cross_region_copy = [{ target = "eu-west-1" }] }]
    }]
  }
}

resource "aws_dlm_lifecycle_policy" "pass_default_policy" {
  attrs = {
    default_policy = "VOLUME"
    policy_details = [{ create_interval = 1 }]
  }
}

resource "aws_dlm_lifecycle_policy" "fail_default_policy_too_long" {
  expect_failure = true
  attrs = {
    default_policy = "VOLUME"
    policy_details = [{ create_interval = 1, retain_interval = 24 }]
  }
}

resource "aws_rbin_rule" "fail_two_weeks_on_top" {
  expect_failure = true
  attrs = {
    resource_type    = "EBS_SNAPSHOT"
    retention_period = [{ retention_period_value = 14, retention_period_unit = "DAYS" }]
  }
}
