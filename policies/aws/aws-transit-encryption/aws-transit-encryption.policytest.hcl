policytest {
  targets = ["aws-transit-encryption.policy.hcl"]
}

# --- one switch

resource "aws_db_proxy" "pass_proxy" {
  attrs = { name = "p", require_tls = true }
}

resource "aws_db_proxy" "fail_proxy_unset" {
  expect_failure = true
  attrs          = { name = "p" }
}

resource "aws_db_proxy" "fail_proxy_null" {
  expect_failure = true
  attrs          = { name = "p", require_tls = null }
}

resource "aws_db_proxy" "fail_proxy_off" {
  expect_failure = true
  attrs          = { name = "p", require_tls = false }
}

resource "aws_datasync_location_efs" "pass_datasync" {
  attrs = { in_transit_encryption = "TLS1_2" }
}

resource "aws_datasync_location_efs" "fail_datasync_none" {
  expect_failure = true
  attrs          = { in_transit_encryption = "NONE" }
}

resource "aws_datasync_location_efs" "fail_datasync_unset" {
  expect_failure = true
  attrs          = { efs_file_system_arn = "a" }
}

# --- Transfer Family

resource "aws_transfer_server" "pass_transfer_default_protocol" {
  attrs = { security_policy_name = "TransferSecurityPolicy-2024-01" }
}

resource "aws_transfer_server" "pass_transfer_protocols" {
  attrs = { protocols = ["SFTP", "FTPS"], security_policy_name = "TransferSecurityPolicy-FIPS-2020-06" }
}

resource "aws_transfer_server" "pass_transfer_named_policy" {
  attrs = { protocols = null, security_policy_name = "TransferSecurityPolicy-SshAuditCompliant-2025-02" }
}

resource "aws_transfer_server" "fail_transfer_ftp" {
  expect_failure = true
  attrs          = { protocols = ["FTP", "FTPS"], security_policy_name = "TransferSecurityPolicy-2024-01" }
}

resource "aws_transfer_server" "fail_transfer_policy_unset" {
  expect_failure = true
  attrs          = { protocols = ["SFTP"] }
}

resource "aws_transfer_server" "fail_transfer_policy_old" {
  expect_failure = true
  attrs          = { security_policy_name = "TransferSecurityPolicy-Restricted-2018-11" }
}

resource "aws_transfer_server" "fail_transfer_policy_without_date" {
  expect_failure = true
  attrs          = { security_policy_name = "own" }
}

# --- Redshift

resource "aws_redshift_parameter_group" "pass_redshift" {
  attrs = { name = "g", family = "redshift-1.0", parameter = [{ name = "enable_user_activity_logging", value = "true" }, { name = "require_ssl", value = "true" }] }
}

resource "aws_redshift_parameter_group" "fail_redshift_unset" {
  expect_failure = true
  attrs          = { name = "g", family = "redshift-1.0" }
}

resource "aws_redshift_parameter_group" "fail_redshift_false" {
  expect_failure = true
  attrs          = { name = "g", family = "redshift-1.0", parameter = [{ name = "require_ssl", value = "false" }] }
}

resource "aws_redshiftserverless_workgroup" "pass_workgroup_default" {
  attrs = { config_parameter = [{ parameter_key = "datestyle", parameter_value = "ISO" }] }
}

resource "aws_redshiftserverless_workgroup" "fail_workgroup_off" {
  expect_failure = true
  attrs          = { config_parameter = [{ parameter_key = "require_ssl", parameter_value = "false" }] }
}

# --- DMS

resource "aws_dms_endpoint" "pass_dms_verify_full" {
  attrs = { engine_name = "postgres", endpoint_type = "source", ssl_mode = "verify-full" }
}

resource "aws_dms_endpoint" "pass_dms_require" {
  attrs = { engine_name = "aurora", endpoint_type = "source", ssl_mode = "require" }
}

resource "aws_dms_endpoint" "pass_not_applicable_dms_s3" {
  attrs = { engine_name = "s3", endpoint_type = "target" }
}

resource "aws_dms_endpoint" "fail_dms_unset" {
  expect_failure = true
  attrs          = { engine_name = "mysql", endpoint_type = "source" }
}

resource "aws_dms_endpoint" "fail_dms_null" {
  expect_failure = true
  attrs          = { engine_name = "mysql", endpoint_type = "source", ssl_mode = null }
}

resource "aws_dms_endpoint" "fail_dms_none" {
  expect_failure = true
  attrs          = { engine_name = "sqlserver", endpoint_type = "target", ssl_mode = "none" }
}

resource "aws_dms_endpoint" "pass_dms_kafka" {
  attrs = { engine_name = "kafka", endpoint_type = "target", kafka_settings = [{ broker = "b", security_protocol = "sasl-ssl" }] }
}

resource "aws_dms_endpoint" "fail_dms_kafka_unset" {
  expect_failure = true
  attrs          = { engine_name = "kafka", endpoint_type = "target", kafka_settings = [{ broker = "b" }] }
}

resource "aws_dms_endpoint" "pass_dms_redis_default" {
  attrs = { engine_name = "redis", endpoint_type = "target", redis_settings = [{ server_name = "r", ssl_security_protocol = null }] }
}

resource "aws_dms_endpoint" "fail_dms_redis_plain" {
  expect_failure = true
  attrs          = { engine_name = "redis", endpoint_type = "target", redis_settings = [{ server_name = "r", ssl_security_protocol = "plaintext" }] }
}

# --- ECS and EFS

resource "aws_ecs_task_definition" "pass_efs" {
  attrs = { family = "f", volume = [{ name = "scratch" }, { name = "v", efs_volume_configuration = [{ file_system_id = "fs", transit_encryption = "ENABLED" }] }] }
}

resource "aws_ecs_task_definition" "pass_not_applicable_no_efs" {
  attrs = { family = "f", volume = [{ name = "scratch", efs_volume_configuration = null }] }
}

resource "aws_ecs_task_definition" "fail_efs_unset" {
  expect_failure = true
  attrs          = { family = "f", volume = [{ name = "v", efs_volume_configuration = [{ file_system_id = "fs" }] }] }
}

resource "aws_ecs_task_definition" "fail_one_of_two" {
  expect_failure = true
  attrs = {
    family = "f"
    volume = [
      { name = "a", efs_volume_configuration = [{ file_system_id = "fs", transit_encryption = "ENABLED" }] },
      { name = "b", efs_volume_configuration = [{ file_system_id = "fs", transit_encryption = "DISABLED" }] },
    ]
  }
}

# --- MSK Connect

resource "aws_mskconnect_connector" "pass_connector" {
  attrs = { name = "c", kafka_cluster_encryption_in_transit = [{ encryption_type = "TLS" }] }
}

resource "aws_mskconnect_connector" "fail_connector_unset" {
  expect_failure = true
  attrs          = { name = "c", kafka_cluster_encryption_in_transit = [{}] }
}

resource "aws_mskconnect_connector" "fail_connector_no_block" {
  expect_failure = true
  attrs          = { name = "c" }
}
