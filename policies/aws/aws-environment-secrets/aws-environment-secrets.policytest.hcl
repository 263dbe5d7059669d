policytest {
  targets = ["aws-environment-secrets.policy.hcl"]
}

resource "aws_lambda_function" "pass_harmless" {
  attrs = {
    environment = [{ variables = { LOG_LEVEL = "info", PASSWORD_MIN_LENGTH = "15" } }]
  }
}

resource "aws_lambda_function" "fail_password" {
  expect_failure = true
  attrs = {
    environment = [{ variables = { LOG_LEVEL = "info", DB_PASSWORD = "Sommer-2025!x" } }]
  }
}

# Says where the secret is.
resource "aws_lambda_function" "pass_references" {
  attrs = {
    environment = [{ variables = { DB_PASSWORD = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:db", API_KEY = "/orders/api-key", USE_TOKEN = "true", JWT_SECRET = "" } }]
  }
}

resource "aws_lambda_function" "pass_no_environment" {
  attrs = {
    function_name = "a"
  }
}

# The name says nothing, the value does.
resource "aws_lambda_function" "fail_key_of_aws" {
  expect_failure = true
  attrs = {
    environment = [{ variables = { UPLOADER = "AKIAIOSFODNN7EXAMPLE" } }]
  }
}

resource "aws_codebuild_project" "fail_plain" {
  expect_failure = true
  attrs = {
    environment = [{ environment_variable = [{ name = "NPM_TOKEN", value = "Sommer-2025!x" }] }]
  }
}

resource "aws_codebuild_project" "fail_stated_plain" {
  expect_failure = true
  attrs = {
    environment = [{ environment_variable = [{ name = "NPM_TOKEN", value = "Sommer-2025!x", type = "PLAINTEXT" }] }]
  }
}

resource "aws_codebuild_project" "pass_from_store" {
  attrs = {
    environment = [{ environment_variable = [{ name = "NPM_TOKEN", value = "npm", type = "SECRETS_MANAGER" }] }]
  }
}

resource "aws_ecs_task_definition" "fail_container" {
  expect_failure = true
  attrs = {
    container_definitions = jsonencode([{ name = "app", environment = [{ name = "SECRET_KEY_BASE", value = "Sommer-2025!x" }] }])
  }
}

resource "aws_ecs_task_definition" "pass_secrets_of_container" {
  attrs = {
    container_definitions = jsonencode([{ name = "app", environment = [{ name = "RAILS_ENV", value = "production" }], secrets = [{ name = "SECRET_KEY_BASE", valueFrom = "/app/key" }] }])
  }
}

resource "aws_batch_job_definition" "fail_job" {
  expect_failure = true
  attrs = {
    container_properties = jsonencode({ image = "a", environment = [{ name = "API_KEY", value = "Sommer-2025!x" }] })
  }
}

resource "aws_amplify_app" "fail_app" {
  expect_failure = true
  attrs = {
    environment_variables = { API_TOKEN = "Sommer-2025!x" }
  }
}

resource "aws_amplify_branch" "fail_branch" {
  expect_failure = true
  attrs = {
    environment_variables = { API_TOKEN = "Sommer-2025!x" }
  }
}

resource "aws_glue_job" "fail_job" {
  expect_failure = true
  attrs = {
    default_arguments = { "--db_password" = "Sommer-2025!x" }
  }
}

resource "aws_elastic_beanstalk_environment" "fail_setting" {
  expect_failure = true
  attrs = {
    setting = [{ namespace = "aws:elasticbeanstalk:application:environment", name = "DB_PASSWORD", value = "Sommer-2025!x" }]
  }
}

resource "aws_elastic_beanstalk_environment" "pass_other_setting" {
  attrs = {
    setting = [{ namespace = "aws:rds:dbinstance", name = "DBUser", value = "app" }]
  }
}

resource "aws_apprunner_service" "fail_image" {
  expect_failure = true
  attrs = {
    source_configuration = [{ image_repository = [{ image_configuration = [{ runtime_environment_variables = { DB_PASSWORD = "Sommer-2025!x" } }] }] }]
  }
}

resource "aws_instance" "pass_harmless_script" {
  attrs = {
    user_data = "#!/bin/sh\nsystemctl start app\n"
  }
}

resource "aws_instance" "fail_key_in_script" {
  expect_failure = true
  attrs = {
    user_data = "#!/bin/sh\nexport AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\n"
  }
}

resource "aws_instance" "pass_no_script" {
  attrs = {
    ami = "ami-1"
  }
}
