policytest {
  targets = ["auth0-log-stream.policy.hcl"]
}

resource "auth0_log_stream" "pass_eventbridge" {
  attrs = {
    name = "eventbridge"
    type = "eventbridge"
    sink = [{ aws_account_id = "111122223333", aws_region = "eu-central-1" }]
  }
}

resource "auth0_log_stream" "pass_active" {
  attrs = {
    name   = "active"
    type   = "eventbridge"
    status = "active"
    sink   = [{ aws_account_id = "111122223333", aws_region = "eu-central-1" }]
  }
}

resource "auth0_log_stream" "pass_no_filters" {
  attrs = {
    name    = "no_filters"
    type    = "eventbridge"
    filters = []
    sink    = [{ aws_account_id = "111122223333", aws_region = "eu-central-1" }]
  }
}

resource "auth0_log_stream" "pass_null_filters" {
  attrs = {
    name    = "null_filters"
    type    = "eventbridge"
    filters = null
    status  = null
    sink    = [{ aws_account_id = "111122223333", aws_region = "eu-central-1" }]
  }
}

resource "auth0_log_stream" "pass_all_filters" {
  attrs = {
    name    = "all_filters"
    type    = "eventbridge"
    filters = [{ type = "category", name = "auth.login.success" }, { type = "category", name = "auth.login.fail" }, { type = "category", name = "management.success" }, { type = "category", name = "user.notification" }]
    sink    = [{ aws_account_id = "111122223333", aws_region = "eu-central-1" }]
  }
}

resource "auth0_log_stream" "fail_paused" {
  expect_failure = true
  attrs = {
    name   = "paused"
    type   = "eventbridge"
    status = "paused"
    sink   = [{ aws_account_id = "111122223333", aws_region = "eu-central-1" }]
  }
}

resource "auth0_log_stream" "fail_suspended" {
  expect_failure = true
  attrs = {
    name   = "suspended"
    type   = "eventbridge"
    status = "suspended"
    sink   = [{ aws_account_id = "111122223333", aws_region = "eu-central-1" }]
  }
}

resource "auth0_log_stream" "fail_logins_only" {
  expect_failure = true
  attrs = {
    name    = "logins_only"
    type    = "eventbridge"
    filters = [{ type = "category", name = "auth.login.fail" }]
    sink    = [{ aws_account_id = "111122223333", aws_region = "eu-central-1" }]
  }
}

resource "auth0_log_stream" "fail_no_admin_actions" {
  expect_failure = true
  attrs = {
    name    = "no_admin_actions"
    type    = "eventbridge"
    filters = [{ type = "category", name = "auth.login.success" }, { type = "category", name = "user.fail" }]
    sink    = [{ aws_account_id = "111122223333", aws_region = "eu-central-1" }]
  }
}

# How and where the logs travel.
resource "auth0_log_stream" "pass_https" {
  attrs = {
    name = "https"
    type = "http"
    sink = [{ http_endpoint = "https://logs.example.org/auth0" }]
  }
}

resource "auth0_log_stream" "fail_http" {
  expect_failure = true
  attrs = {
    name = "http"
    type = "http"
    sink = [{ http_endpoint = "http://logs.example.org/auth0" }]
  }
}

resource "auth0_log_stream" "fail_splunk" {
  expect_failure = true
  attrs = {
    name = "splunk"
    type = "splunk"
    sink = [{ splunk_domain = "splunk.example.org", splunk_secure = true }]
  }
}

resource "auth0_log_stream" "fail_splunk_plain" {
  expect_failure = true
  attrs = {
    name = "splunk_plain"
    type = "splunk"
    sink = [{ splunk_domain = "splunk.example.org", splunk_secure = false }]
  }
}

resource "auth0_log_stream" "fail_splunk_unset" {
  expect_failure = true
  attrs = {
    name = "splunk_unset"
    type = "splunk"
    sink = [{ splunk_domain = "splunk.example.org" }]
  }
}

resource "auth0_log_stream" "fail_us_east" {
  expect_failure = true
  attrs = {
    name = "us_east"
    type = "eventbridge"
    sink = [{ aws_account_id = "111122223333", aws_region = "us-east-1" }]
  }
}

resource "auth0_log_stream" "pass_azure" {
  attrs = {
    name = "azure"
    type = "eventgrid"
    sink = [{ azure_region = "westeurope" }]
  }
}

resource "auth0_log_stream" "fail_azure_us" {
  expect_failure = true
  attrs = {
    name = "azure_us"
    type = "eventgrid"
    sink = [{ azure_region = "eastus" }]
  }
}

resource "auth0_log_stream" "fail_datadog_eu" {
  expect_failure = true
  attrs = {
    name = "datadog_eu"
    type = "datadog"
    sink = [{ datadog_region = "eu" }]
  }
}

resource "auth0_log_stream" "fail_datadog_us" {
  expect_failure = true
  attrs = {
    name = "datadog_us"
    type = "datadog"
    sink = [{ datadog_region = "us" }]
  }
}

resource "auth0_log_stream" "fail_mixpanel_us" {
  expect_failure = true
  attrs = {
    name = "mixpanel_us"
    type = "mixpanel"
    sink = [{ mixpanel_region = "us" }]
  }
}

resource "auth0_log_stream" "fail_mixpanel_eu" {
  expect_failure = true
  attrs = {
    name = "mixpanel_eu"
    type = "mixpanel"
    sink = [{ mixpanel_region = "eu" }]
  }
}
