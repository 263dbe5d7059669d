policytest {
  targets = ["aws-audit-store-retention.policy.hcl"]
}

resource "aws_cloudtrail_event_data_store" "pass_thirty" {
  attrs = {
    retention_period = 30
  }
}

resource "aws_cloudtrail_event_data_store" "pass_ninety" {
  attrs = {
    retention_period = 90
  }
}

resource "aws_cloudtrail_event_data_store" "fail_seven" {
  expect_failure = true
  attrs = {
    retention_period = 7
  }
}

resource "aws_cloudtrail_event_data_store" "fail_a_year" {
  expect_failure = true
  attrs = {
    retention_period = 365
  }
}

resource "aws_config_retention_configuration" "pass_thirty" {
  attrs = {
    retention_period_in_days = 30
  }
}

resource "aws_config_retention_configuration" "pass_ninety" {
  attrs = {
    retention_period_in_days = 90
  }
}

resource "aws_config_retention_configuration" "fail_seven" {
  expect_failure = true
  attrs = {
    retention_period_in_days = 7
  }
}

resource "aws_config_retention_configuration" "fail_a_year" {
  expect_failure = true
  attrs = {
    retention_period_in_days = 365
  }
}

# Not set: seven years.
resource "aws_cloudtrail_event_data_store" "fail_not_set" {
  expect_failure = true
  attrs = {
    name = "a"
  }
}

resource "aws_cloudtrail_event_data_store" "fail_null" {
  expect_failure = true
  attrs = {
    retention_period = null
  }
}

resource "aws_cloudtrail_event_data_store" "fail_unprotected" {
  expect_failure = true
  attrs = {
    retention_period               = 90
    termination_protection_enabled = false
  }
}

resource "aws_cloudwatch_event_archive" "pass_a_week" {
  attrs = {
    retention_days = 7
  }
}

resource "aws_cloudwatch_event_archive" "fail_not_set" {
  expect_failure = true
  attrs = {
    name = "a"
  }
}

resource "aws_cloudwatch_event_archive" "fail_for_ever" {
  expect_failure = true
  attrs = {
    retention_days = 0
  }
}

resource "aws_cloudwatch_event_archive" "fail_a_year" {
  expect_failure = true
  attrs = {
    retention_days = 365
  }
}

resource "aws_securitylake_data_lake" "pass_sixty" {
  attrs = {
    configuration = [{ region = "eu-central-1", lifecycle_configuration = [{ expiration = [{ days = 60 }] }] }]
  }
}

resource "aws_securitylake_data_lake" "fail_one_region_for_ever" {
  expect_failure = true
  attrs = {
    configuration = [{ region = "eu-central-1", lifecycle_configuration = [{ expiration = [{ days = 60 }] }] }, { region = "eu-west-1" }]
  }
}
