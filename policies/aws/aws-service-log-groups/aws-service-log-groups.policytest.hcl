policytest {
  targets = ["aws-service-log-groups.policy.hcl"]
}

resource "aws_lambda_function" "pass_declared" {
  attrs = {
    function_name = "orders"
  }
}

resource "aws_cloudwatch_log_group" "orders" {
  skip = true
  attrs = {
    name = "/aws/lambda/orders"
  }
}

resource "aws_lambda_function" "fail_not_declared" {
  expect_failure = true
  attrs = {
    function_name = "letters"
  }
}

resource "aws_lambda_function" "pass_other_group" {
  attrs = {
    function_name  = "shared"
    logging_config = [{ log_format = "JSON", log_group = "/app/shared" }]
  }
}

resource "aws_cloudwatch_log_group" "shared" {
  skip = true
  attrs = {
    name = "/app/shared"
  }
}

resource "aws_lambda_function" "fail_other_group_not_declared" {
  expect_failure = true
  attrs = {
    function_name  = "orders"
    logging_config = [{ log_format = "JSON", log_group = "/app/none" }]
  }
}

resource "aws_lambda_function" "pass_group_null" {
  attrs = {
    function_name  = "orders"
    logging_config = [{ log_format = "Text", log_group = null }]
  }
}

resource "aws_codebuild_project" "pass_declared" {
  attrs = {
    name = "build"
  }
}

resource "aws_cloudwatch_log_group" "build" {
  skip = true
  attrs = {
    name = "/aws/codebuild/build"
  }
}

resource "aws_codebuild_project" "fail_not_declared" {
  expect_failure = true
  attrs = {
    name = "other"
  }
}

resource "aws_codebuild_project" "pass_switched_off" {
  attrs = {
    name        = "other"
    logs_config = [{ cloudwatch_logs = [{ status = "DISABLED" }] }]
  }
}

resource "aws_codebuild_project" "pass_named" {
  attrs = {
    name        = "other"
    logs_config = [{ cloudwatch_logs = [{ group_name = "/app/shared" }] }]
  }
}

resource "aws_eks_cluster" "pass_declared" {
  attrs = {
    name                      = "main"
    enabled_cluster_log_types = ["audit"]
  }
}

resource "aws_cloudwatch_log_group" "main" {
  skip = true
  attrs = {
    name = "/aws/eks/main/cluster"
  }
}

resource "aws_eks_cluster" "fail_not_declared" {
  expect_failure = true
  attrs = {
    name                      = "other"
    enabled_cluster_log_types = ["audit"]
  }
}

resource "aws_eks_cluster" "pass_no_logs" {
  attrs = {
    name = "other"
  }
}

resource "aws_db_instance" "pass_declared" {
  attrs = {
    identifier                      = "orders"
    enabled_cloudwatch_logs_exports = ["postgresql"]
  }
}

resource "aws_cloudwatch_log_group" "postgresql" {
  skip = true
  attrs = {
    name = "/aws/rds/instance/orders/postgresql"
  }
}

resource "aws_db_instance" "fail_one_of_two" {
  expect_failure = true
  attrs = {
    identifier                      = "orders"
    enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
  }
}

resource "aws_db_instance" "pass_no_exports" {
  attrs = {
    identifier = "other"
  }
}

resource "aws_rds_cluster" "fail_not_declared" {
  expect_failure = true
  attrs = {
    cluster_identifier              = "letters"
    enabled_cloudwatch_logs_exports = ["postgresql"]
  }
}

resource "aws_docdb_cluster" "fail_not_declared" {
  expect_failure = true
  attrs = {
    cluster_identifier              = "profiles"
    enabled_cloudwatch_logs_exports = ["audit"]
  }
}

resource "aws_neptune_cluster" "fail_not_declared" {
  expect_failure = true
  attrs = {
    cluster_identifier             = "graph"
    enable_cloudwatch_logs_exports = ["audit"]
  }
}

resource "aws_neptune_cluster" "pass_null" {
  attrs = {
    cluster_identifier             = "graph"
    enable_cloudwatch_logs_exports = null
  }
}
