policytest {
  targets = ["aws-backup-plan-lifecycle.policy.hcl"]
}

resource "aws_backup_plan" "pass_daily_for_fourteen_days" {
  attrs = {
    id   = "plan-1"
    rule = [{ rule_name = "daily", schedule = "cron(0 5 ? * * *)", lifecycle = [{ delete_after = 14 }] }]
  }
}

resource "aws_backup_selection" "one" {
  skip = true
  attrs = {
    plan_id = "plan-1"
  }
}

# Without a schedule AWS Backup runs daily.
resource "aws_backup_plan" "pass_default_schedule" {
  attrs = {
    id   = "plan-2"
    rule = [{ rule_name = "daily", lifecycle = [{ delete_after = 14 }] }]
  }
}

resource "aws_backup_selection" "two" {
  skip = true
  attrs = {
    plan_id = "plan-2"
  }
}

resource "aws_backup_plan" "pass_schedule_null" {
  attrs = {
    id   = "plan-3"
    rule = [{ rule_name = "daily", schedule = null, lifecycle = [{ delete_after = 14, cold_storage_after = null }] }]
  }
}

resource "aws_backup_selection" "three" {
  skip = true
  attrs = {
    plan_id = "plan-3"
  }
}

# An hourly rule beside the daily one, with a copy that ends in time.
resource "aws_backup_plan" "pass_several_rules" {
  attrs = {
    id = "plan-4"
    rule = [
      { rule_name = "hourly", schedule = "cron(0 * * * ? *)", lifecycle = [{ delete_after = 2 }] },
      { rule_name = "daily", schedule = "rate(1 day)", lifecycle = [{ delete_after = 14 }], copy_action = [{ lifecycle = [{ delete_after = 14 }] }] },
    ]
  }
}

resource "aws_backup_selection" "four" {
  skip = true
  attrs = {
    plan_id = "plan-4"
  }
}

resource "aws_backup_plan" "fail_too_short" {
  expect_failure = true
  attrs = {
    id   = "plan-1"
    rule = [{ rule_name = "daily", lifecycle = [{ delete_after = 7 }] }]
  }
}

resource "aws_backup_plan" "fail_too_long" {
  expect_failure = true
  attrs = {
    id   = "plan-1"
    rule = [{ rule_name = "daily", lifecycle = [{ delete_after = 35 }] }]
  }
}

# No lifecycle: recovery points never expire.
resource "aws_backup_plan" "fail_no_lifecycle" {
  expect_failure = true
  attrs = {
    id   = "plan-1"
    rule = [{ rule_name = "daily" }]
  }
}

resource "aws_backup_plan" "fail_lifecycle_null" {
  expect_failure = true
  attrs = {
    id   = "plan-1"
    rule = [{ rule_name = "daily", lifecycle = [{ delete_after = null }] }]
  }
}

resource "aws_backup_plan" "fail_one_rule_too_long" {
  expect_failure = true
  attrs = {
    id = "plan-1"
    rule = [
      { rule_name = "daily", lifecycle = [{ delete_after = 14 }] },
      { rule_name = "monthly", schedule = "cron(0 5 1 * ? *)", lifecycle = [{ delete_after = 365 }] },
    ]
  }
}

resource "aws_backup_plan" "fail_cold_storage" {
  expect_failure = true
  attrs = {
    id   = "plan-1"
    rule = [{ rule_name = "daily", lifecycle = [{ cold_storage_after = 30, delete_after = 120 }] }]
  }
}

resource "aws_backup_plan" "fail_copies_for_ever" {
  expect_failure = true
  attrs = {
    id   = "plan-1"
    rule = [{ rule_name = "daily", lifecycle = [{ delete_after = 14 }], copy_action = [{ destination_vault_arn = "arn" }] }]
  }
}

resource "aws_backup_plan" "fail_sundays_only" {
  expect_failure = true
  attrs = {
    id   = "plan-1"
    rule = [{ rule_name = "weekly", schedule = "cron(0 5 ? * SUN *)", lifecycle = [{ delete_after = 14 }] }]
  }
}

resource "aws_backup_plan" "fail_weekdays_only" {
  expect_failure = true
  attrs = {
    id   = "plan-1"
    rule = [{ rule_name = "weekdays", schedule = "cron(0 5 ? * MON-FRI *)", lifecycle = [{ delete_after = 14 }] }]
  }
}

resource "aws_backup_plan" "fail_first_of_the_month" {
  expect_failure = true
  attrs = {
    id   = "plan-1"
    rule = [{ rule_name = "monthly", schedule = "cron(0 5 1 * ? *)", lifecycle = [{ delete_after = 14 }] }]
  }
}

resource "aws_backup_plan" "fail_every_second_day" {
  expect_failure = true
  attrs = {
    id   = "plan-1"
    rule = [{ rule_name = "rare", schedule = "rate(2 days)", lifecycle = [{ delete_after = 14 }] }]
  }
}

resource "aws_backup_plan" "fail_nothing_selected" {
  expect_failure = true
  attrs = {
    id   = "plan-9"
    rule = [{ rule_name = "daily", lifecycle = [{ delete_after = 14 }] }]
  }
}
