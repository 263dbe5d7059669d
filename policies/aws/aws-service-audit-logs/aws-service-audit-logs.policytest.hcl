policytest {
  targets = ["aws-service-audit-logs.policy.hcl"]
}

resource "aws_eks_cluster" "pass_all_three" {
  attrs = {
    enabled_cluster_log_types = ["api", "audit", "authenticator", "scheduler"]
  }
}

resource "aws_eks_cluster" "fail_one_missing" {
  expect_failure = true
  attrs = {
    enabled_cluster_log_types = ["api", "audit"]
  }
}

resource "aws_eks_cluster" "fail_not_set" {
  expect_failure = true
  attrs = {
    name = "a"
  }
}

resource "aws_eks_cluster" "fail_null" {
  expect_failure = true
  attrs = {
    enabled_cluster_log_types = null
  }
}

resource "aws_ec2_client_vpn_endpoint" "pass_logged" {
  attrs = {
    connection_log_options = [{ enabled = true }]
  }
}

resource "aws_ec2_client_vpn_endpoint" "fail_not_logged" {
  expect_failure = true
  attrs = {
    connection_log_options = [{ enabled = false }]
  }
}

resource "aws_db_instance" "pass_postgresql" {
  attrs = {
    enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
  }
}

resource "aws_db_instance" "fail_upgrade_only" {
  expect_failure = true
  attrs = {
    enabled_cloudwatch_logs_exports = ["upgrade"]
  }
}

resource "aws_db_instance" "fail_not_set" {
  expect_failure = true
  attrs = {
    engine = "postgres"
  }
}

resource "aws_db_instance" "pass_replica" {
  attrs = {
    replicate_source_db = "main"
  }
}

resource "aws_rds_cluster" "fail_null" {
  expect_failure = true
  attrs = {
    enabled_cloudwatch_logs_exports = null
  }
}

resource "aws_rds_cluster" "pass_audit" {
  attrs = {
    enabled_cloudwatch_logs_exports = ["audit"]
  }
}

resource "aws_docdb_cluster" "fail_profiler_only" {
  expect_failure = true
  attrs = {
    enabled_cloudwatch_logs_exports = ["profiler"]
  }
}

resource "aws_docdb_cluster" "pass_audit" {
  attrs = {
    enabled_cloudwatch_logs_exports = ["audit"]
  }
}

resource "aws_neptune_cluster" "pass_audit" {
  attrs = {
    enable_cloudwatch_logs_exports = ["audit"]
  }
}

resource "aws_neptune_cluster" "fail_not_set" {
  expect_failure = true
  attrs = {
    engine = "neptune"
  }
}

resource "aws_opensearch_domain" "pass_audit" {
  attrs = {
    log_publishing_options = [{ log_type = "AUDIT_LOGS", cloudwatch_log_group_arn = "arn" }]
  }
}

resource "aws_opensearch_domain" "fail_off" {
  expect_failure = true
  attrs = {
    log_publishing_options = [{ log_type = "AUDIT_LOGS", enabled = false }]
  }
}

resource "aws_opensearch_domain" "fail_slow_log_only" {
  expect_failure = true
  attrs = {
    log_publishing_options = [{ log_type = "SEARCH_SLOW_LOGS" }]
  }
}

resource "aws_elasticsearch_domain" "fail_not_set" {
  expect_failure = true
  attrs = {
    domain_name = "a"
  }
}

resource "aws_mq_broker" "pass_audit" {
  attrs = {
    engine_type = "ActiveMQ"
    logs        = [{ audit = true, general = true }]
  }
}

resource "aws_mq_broker" "fail_general_only" {
  expect_failure = true
  attrs = {
    engine_type = "ActiveMQ"
    logs        = [{ general = true }]
  }
}

resource "aws_mq_broker" "pass_rabbitmq" {
  attrs = {
    engine_type = "RabbitMQ"
    logs        = [{ general = true }]
  }
}

resource "aws_mq_broker" "fail_no_block" {
  expect_failure = true
  attrs = {
    engine_type = "RabbitMQ"
  }
}

resource "aws_api_gateway_stage" "pass_logged" {
  attrs = {
    access_log_settings = [{ destination_arn = "arn", format = "json" }]
  }
}

resource "aws_api_gateway_stage" "fail_not_logged" {
  expect_failure = true
  attrs = {
    stage_name = "v1"
  }
}

resource "aws_apigatewayv2_stage" "fail_not_logged" {
  expect_failure = true
  attrs = {
    access_log_settings = []
  }
}

resource "aws_lb" "pass_logged" {
  attrs = {
    access_logs = [{ bucket = "logs", enabled = true }]
  }
}

resource "aws_lb" "fail_block_without_enabled" {
  expect_failure = true
  attrs = {
    access_logs = [{ bucket = "logs" }]
  }
}

resource "aws_alb" "fail_no_block" {
  expect_failure = true
  attrs = {
    load_balancer_type = "application"
  }
}

resource "aws_lb" "pass_network" {
  attrs = {
    load_balancer_type = "network"
  }
}

resource "aws_elb" "pass_block" {
  attrs = {
    access_logs = [{ bucket = "logs" }]
  }
}

resource "aws_elb" "fail_off" {
  expect_failure = true
  attrs = {
    access_logs = [{ bucket = "logs", enabled = false }]
  }
}

resource "aws_elb" "fail_no_block" {
  expect_failure = true
  attrs = {
    name = "a"
  }
}

resource "aws_wafv2_web_acl" "pass_logged" {
  attrs = {
    arn = "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/a/1"
  }
}

resource "aws_wafv2_web_acl_logging_configuration" "logged" {
  skip = true
  attrs = {
    resource_arn = "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/a/1"
  }
}

resource "aws_wafv2_web_acl" "fail_not_logged" {
  expect_failure = true
  attrs = {
    arn = "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/b/1"
  }
}
