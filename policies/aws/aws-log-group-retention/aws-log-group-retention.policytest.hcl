policytest {
  targets = ["aws-log-group-retention.policy.hcl"]
}

resource "aws_cloudwatch_log_group" "pass_lower_bound" {
  attrs = {
    name              = "/app/a"
    retention_in_days = 30
  }
}

resource "aws_cloudwatch_log_group" "pass_upper_bound" {
  attrs = {
    name              = "/app/b"
    retention_in_days = 90
  }
}

resource "aws_cloudwatch_log_group" "pass_number_as_text" {
  attrs = {
    name              = "/app/c"
    retention_in_days = "60"
  }
}

resource "aws_cloudwatch_log_group" "fail_too_short" {
  expect_failure = true
  attrs = {
    name              = "/app/d"
    retention_in_days = 14
  }
}

resource "aws_cloudwatch_log_group" "fail_too_long" {
  expect_failure = true
  attrs = {
    name              = "/app/e"
    retention_in_days = 120
  }
}

resource "aws_cloudwatch_log_group" "fail_not_set" {
  expect_failure = true
  attrs = {
    name = "/app/f"
  }
}

resource "aws_cloudwatch_log_group" "fail_null" {
  expect_failure = true
  attrs = {
    name              = "/app/g"
    retention_in_days = null
  }
}

resource "aws_cloudwatch_log_group" "fail_never_expires" {
  expect_failure = true
  attrs = {
    name              = "/app/h"
    retention_in_days = 0
  }
}

# skip_destroy leaves the group behind with whatever retention it had, so it saves nothing.
resource "aws_cloudwatch_log_group" "fail_left_behind_for_ever" {
  expect_failure = true
  attrs = {
    name         = "/app/i"
    skip_destroy = true
  }
}

resource "aws_cloudwatch_log_group" "pass_infrequent_access" {
  attrs = {
    name              = "/app/j"
    log_group_class   = "INFREQUENT_ACCESS"
    retention_in_days = 30
  }
}

# AWS sets two days by itself; not applicable.
resource "aws_cloudwatch_log_group" "pass_delivery_class" {
  attrs = {
    name            = "/delivery/a"
    log_group_class = "DELIVERY"
  }
}

# Traffic data may end earlier, however the service names the group.
resource "aws_cloudwatch_log_group" "pass_flow_logs" {
  attrs = {
    name              = "/vpc/flow"
    arn               = "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/flow"
    retention_in_days = 14
  }
}

resource "aws_flow_log" "main" {
  skip = true
  attrs = {
    vpc_id          = "vpc-1"
    log_destination = aws_cloudwatch_log_group.pass_flow_logs.arn
  }
}

# The ARN is written out, with the suffix that some services want.
resource "aws_cloudwatch_log_group" "pass_access_logs" {
  attrs = {
    name              = "/api/access"
    arn               = "arn:aws:logs:eu-central-1:111122223333:log-group:/api/access"
    retention_in_days = 7
  }
}

resource "aws_api_gateway_stage" "api" {
  skip = true
  attrs = {
    stage_name          = "v1"
    access_log_settings = [{ destination_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:/api/access:*", format = "json" }]
  }
}

resource "aws_cloudwatch_log_group" "pass_vpn_connections" {
  attrs = {
    name              = "/vpn/connections"
    retention_in_days = 30
  }
}

resource "aws_cloudwatch_log_group" "pass_vpn_connections_short" {
  attrs = {
    name              = "/vpn/short"
    retention_in_days = 7
  }
}

resource "aws_ec2_client_vpn_endpoint" "vpn" {
  skip = true
  attrs = {
    connection_log_options = [{ enabled = true, cloudwatch_log_group = "/vpn/short" }]
  }
}

resource "aws_cloudwatch_log_group" "pass_firewall" {
  attrs = {
    name              = "aws-waf-logs-main"
    arn               = "arn:aws:logs:eu-central-1:111122223333:log-group:aws-waf-logs-main"
    retention_in_days = 7
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "waf" {
  skip = true
  attrs = {
    log_destination_configs = ["arn:aws:logs:eu-central-1:111122223333:log-group:aws-waf-logs-main"]
  }
}

resource "aws_cloudwatch_log_group" "pass_network_firewall" {
  attrs = {
    name              = "/firewall/alert"
    retention_in_days = 1
  }
}

resource "aws_networkfirewall_logging_configuration" "firewall" {
  skip = true
  attrs = {
    logging_configuration = [{
      log_destination_config = [{ log_destination = { logGroup = "/firewall/alert" }, log_destination_type = "CloudWatchLogs", log_type = "ALERT" }]
    }]
  }
}

# The upper bound holds for traffic data, too.
resource "aws_cloudwatch_log_group" "fail_dns_for_ever" {
  expect_failure = true
  attrs = {
    name = "/dns/queries"
    arn  = "arn:aws:logs:us-east-1:111122223333:log-group:/dns/queries"
  }
}

resource "aws_route53_query_log" "dns" {
  skip = true
  attrs = {
    cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:/dns/queries"
  }
}
