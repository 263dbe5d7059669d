policytest {
  targets = ["aws-config-recorder.policy.hcl"]
}

resource "aws_config_configuration_recorder" "pass_default" {
  attrs = {
    name     = "default"
    role_arn = "arn:aws:iam::111122223333:role/config"
  }
}

resource "aws_config_configuration_recorder_status" "pass_on" {
  attrs = {
    name       = "default"
    is_enabled = true
  }
}

# Not named, the recorder is called default.
resource "aws_config_configuration_recorder" "pass_not_named" {
  attrs = {
    role_arn = "arn:aws:iam::111122223333:role/config"
  }
}

resource "aws_config_configuration_recorder" "pass_group_with_default" {
  attrs = {
    name            = "default"
    recording_group = [{ include_global_resource_types = true }]
  }
}

resource "aws_config_configuration_recorder" "fail_some_kinds" {
  expect_failure = true
  attrs = {
    name            = "default"
    recording_group = [{ all_supported = false, resource_types = ["AWS::EC2::Instance"] }]
  }
}

resource "aws_config_configuration_recorder" "fail_without_status" {
  expect_failure = true
  attrs = {
    name = "forgotten"
  }
}

resource "aws_config_configuration_recorder_status" "fail_off" {
  expect_failure = true
  attrs = {
    name       = "other"
    is_enabled = false
  }
}
