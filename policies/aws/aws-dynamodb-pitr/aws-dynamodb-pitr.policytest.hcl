policytest {
  targets = ["aws-dynamodb-pitr.policy.hcl"]
}

resource "aws_dynamodb_table" "pass_fourteen_days" {
  attrs = {
    name                   = "a"
    point_in_time_recovery = [{ enabled = true, recovery_period_in_days = 14 }]
  }
}

# The usual way: on, and the window left alone. It is 35 days.
resource "aws_dynamodb_table" "fail_default_window" {
  expect_failure = true
  attrs = {
    name                   = "b"
    point_in_time_recovery = [{ enabled = true }]
  }
}

resource "aws_dynamodb_table" "fail_window_null" {
  expect_failure = true
  attrs = {
    name                   = "c"
    point_in_time_recovery = [{ enabled = true, recovery_period_in_days = null }]
  }
}

resource "aws_dynamodb_table" "fail_window_too_short" {
  expect_failure = true
  attrs = {
    name                   = "d"
    point_in_time_recovery = [{ enabled = true, recovery_period_in_days = 7 }]
  }
}

resource "aws_dynamodb_table" "fail_no_block" {
  expect_failure = true
  attrs = {
    name = "e"
  }
}

resource "aws_dynamodb_table" "fail_switched_off" {
  expect_failure = true
  attrs = {
    name                   = "f"
    point_in_time_recovery = [{ enabled = false, recovery_period_in_days = 14 }]
  }
}

resource "aws_dynamodb_table" "fail_enabled_null" {
  expect_failure = true
  attrs = {
    name                   = "g"
    point_in_time_recovery = [{ enabled = null }]
  }
}

resource "aws_dynamodb_table" "pass_selected_by_arn" {
  attrs = {
    name = "h"
    arn  = "arn:aws:dynamodb:eu-central-1:111122223333:table/h"
  }
}

resource "aws_backup_selection" "by_arn" {
  skip = true
  attrs = {
    resources = ["arn:aws:dynamodb:eu-central-1:111122223333:table/h"]
  }
}

resource "aws_dynamodb_table" "pass_selected_by_tag" {
  attrs = {
    name = "i"
    tags = { backup = "daily" }
  }
}

resource "aws_backup_selection" "by_tag" {
  skip = true
  attrs = {
    selection_tag = [{ type = "STRINGEQUALS", key = "backup", value = "daily" }]
  }
}

resource "aws_keyspaces_table" "pass_on" {
  attrs = {
    point_in_time_recovery = [{ status = "ENABLED" }]
  }
}

resource "aws_keyspaces_table" "fail_off" {
  expect_failure = true
  attrs = {
    point_in_time_recovery = [{ status = "DISABLED" }]
  }
}

resource "aws_keyspaces_table" "fail_no_block" {
  expect_failure = true
  attrs = {
    table_name = "a"
  }
}
