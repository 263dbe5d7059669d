policytest {
  targets = ["aws-backup-vault-lock.policy.hcl"]
}

resource "aws_backup_vault" "pass_locked" {
  attrs = {
    name = "daily"
  }
}

resource "aws_backup_vault_lock_configuration" "pass_up_to_fourteen" {
  attrs = {
    backup_vault_name  = "daily"
    min_retention_days = 7
    max_retention_days = 14
  }
}

resource "aws_backup_vault" "fail_open" {
  expect_failure = true
  attrs = {
    name = "copies"
  }
}

# Without a minimum nothing is forced.
resource "aws_backup_vault_lock_configuration" "pass_no_minimum" {
  attrs = {
    backup_vault_name  = "a"
    max_retention_days = 14
  }
}

resource "aws_backup_vault_lock_configuration" "fail_no_maximum" {
  expect_failure = true
  attrs = {
    backup_vault_name  = "b"
    min_retention_days = 7
  }
}

resource "aws_backup_vault_lock_configuration" "fail_maximum_null" {
  expect_failure = true
  attrs = {
    backup_vault_name  = "c"
    min_retention_days = null
    max_retention_days = null
  }
}

resource "aws_backup_vault_lock_configuration" "fail_maximum_too_long" {
  expect_failure = true
  attrs = {
    backup_vault_name  = "d"
    max_retention_days = 35
  }
}

# Final: a minimum of a year, and nobody can take it back.
resource "aws_backup_vault_lock_configuration" "fail_minimum_too_long" {
  expect_failure = true
  attrs = {
    backup_vault_name   = "e"
    changeable_for_days = 3
    min_retention_days  = 365
    max_retention_days  = 14
  }
}

resource "aws_backup_logically_air_gapped_vault" "pass_fourteen" {
  attrs = {
    min_retention_days = 7
    max_retention_days = 14
  }
}

resource "aws_backup_logically_air_gapped_vault" "fail_longest_too_long" {
  expect_failure = true
  attrs = {
    min_retention_days = 7
    max_retention_days = 35
  }
}

resource "aws_backup_logically_air_gapped_vault" "fail_shortest_too_long" {
  expect_failure = true
  attrs = {
    min_retention_days = 15
    max_retention_days = 14
  }
}
