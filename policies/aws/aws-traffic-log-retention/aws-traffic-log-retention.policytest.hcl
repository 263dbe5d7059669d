policytest {
  targets = ["aws-traffic-log-retention.policy.hcl"]
}

resource "aws_flow_log" "pass_sixty_days" {
  attrs = {
    vpc_id          = "vpc-1"
    log_destination = "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/sixty"
  }
}

resource "aws_cloudwatch_log_group" "sixty" {
  skip = true
  attrs = {
    name              = "/vpc/sixty"
    arn               = "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/sixty"
    retention_in_days = 60
  }
}

resource "aws_flow_log" "fail_ninety_days" {
  expect_failure = true
  attrs = {
    vpc_id               = "vpc-1"
    log_destination_type = "cloud-watch-logs"
    log_destination      = "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/ninety"
  }
}

resource "aws_cloudwatch_log_group" "ninety" {
  skip = true
  attrs = {
    name              = "/vpc/ninety"
    arn               = "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/ninety"
    retention_in_days = 90
  }
}

resource "aws_flow_log" "fail_for_ever" {
  expect_failure = true
  attrs = {
    vpc_id          = "vpc-1"
    log_destination = "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/forever:*"
  }
}

resource "aws_cloudwatch_log_group" "forever" {
  skip = true
  attrs = {
    name = "/vpc/forever"
  }
}

resource "aws_flow_log" "fail_zero_by_name" {
  expect_failure = true
  attrs = {
    vpc_id         = "vpc-1"
    log_group_name = "/vpc/zero"
  }
}

resource "aws_cloudwatch_log_group" "zero" {
  skip = true
  attrs = {
    name              = "/vpc/zero"
    retention_in_days = 0
  }
}

# Judged at the bucket.
resource "aws_flow_log" "pass_to_s3" {
  attrs = {
    vpc_id               = "vpc-1"
    log_destination_type = "s3"
    log_destination      = "arn:aws:s3:::example-flow"
  }
}

# The group is managed elsewhere and looked up.
resource "aws_flow_log" "pass_looked_up" {
  attrs = {
    vpc_id          = "vpc-1"
    log_destination = "arn:aws:logs:eu-central-1:111122223333:log-group:/shared/flow"
  }
}

resource "aws_flow_log" "fail_looked_up_for_ever" {
  expect_failure = true
  attrs = {
    vpc_id          = "vpc-1"
    log_destination = "arn:aws:logs:eu-central-1:111122223333:log-group:/shared/old"
  }
}

data "aws_cloudwatch_log_group" "shared" {
  attrs = {
    name              = "/shared/flow"
    retention_in_days = 30
  }
}

data "aws_cloudwatch_log_group" "old" {
  attrs = {
    name              = "/shared/old"
    retention_in_days = 0
  }
}

resource "aws_api_gateway_stage" "pass_access_logs" {
  attrs = {
    access_log_settings = [{ destination_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/sixty", format = "json" }]
  }
}

resource "aws_api_gateway_stage" "fail_access_logs_too_long" {
  expect_failure = true
  attrs = {
    access_log_settings = [{ destination_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/ninety", format = "json" }]
  }
}

# No access logs at all, so no traffic data.
resource "aws_api_gateway_stage" "pass_no_access_logs" {
  attrs = {
    stage_name = "v1"
  }
}

resource "aws_apigatewayv2_stage" "pass_to_firehose" {
  attrs = {
    access_log_settings = [{ destination_arn = "arn:aws:firehose:eu-central-1:111122223333:deliverystream/access", format = "json" }]
  }
}

resource "aws_apigatewayv2_stage" "fail_access_logs_for_ever" {
  expect_failure = true
  attrs = {
    access_log_settings = [{ destination_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/forever", format = "json" }]
  }
}

resource "aws_route53_query_log" "fail_dns_for_ever" {
  expect_failure = true
  attrs = {
    cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:111122223333:log-group:/vpc/forever"
  }
}

resource "aws_route53_resolver_query_log_config" "pass_resolver" {
  attrs = {
    destination_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/sixty"
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "fail_one_of_two_too_long" {
  expect_failure = true
  attrs = {
    log_destination_configs = [
      "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/sixty",
      "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/ninety",
    ]
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "pass_to_bucket" {
  attrs = {
    log_destination_configs = ["arn:aws:s3:::aws-waf-logs-example"]
  }
}

resource "aws_vpclattice_access_log_subscription" "pass_lattice" {
  attrs = {
    destination_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/sixty"
  }
}

resource "aws_ec2_client_vpn_endpoint" "pass_vpn" {
  attrs = {
    connection_log_options = [{ enabled = true, cloudwatch_log_group = "/vpc/sixty" }]
  }
}

resource "aws_ec2_client_vpn_endpoint" "fail_vpn_too_long" {
  expect_failure = true
  attrs = {
    connection_log_options = [{ enabled = true, cloudwatch_log_group = "/vpc/ninety" }]
  }
}

resource "aws_ec2_client_vpn_endpoint" "pass_vpn_without_logs" {
  attrs = {
    connection_log_options = [{ enabled = false, cloudwatch_log_group = null }]
  }
}

resource "aws_vpn_connection" "fail_one_tunnel_too_long" {
  expect_failure = true
  attrs = {
    tunnel1_log_options = [{ cloudwatch_log_options = [{ log_enabled = true, log_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/sixty" }] }]
    tunnel2_log_options = [{ cloudwatch_log_options = [{ log_enabled = true, log_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/ninety" }] }]
  }
}

resource "aws_networkfirewall_logging_configuration" "fail_firewall_too_long" {
  expect_failure = true
  attrs = {
    logging_configuration = [{
      log_destination_config = [
        { log_destination = { bucketName = "example-firewall" }, log_destination_type = "S3", log_type = "FLOW" },
        { log_destination = { logGroup = "/vpc/ninety" }, log_destination_type = "CloudWatchLogs", log_type = "ALERT" },
      ]
    }]
  }
}

# Not a source of traffic data.
resource "aws_sfn_state_machine" "pass_other_type" {
  attrs = {
    logging_configuration = [{ log_destination = "arn:aws:logs:eu-central-1:111122223333:log-group:/vpc/ninety:*" }]
  }
}
