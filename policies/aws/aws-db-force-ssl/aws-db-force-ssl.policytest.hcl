policytest {
  targets = ["aws-db-force-ssl.policy.hcl"]
}

resource "aws_db_parameter_group" "pass_postgres14_on" {
  attrs = { name = "postgres14_on", family = "postgres14", parameter = [{ name = "log_statement", value = "none" }, { name = "rds.force_ssl", value = "1" }] }
}

resource "aws_db_parameter_group" "fail_postgres14_unset" {
  expect_failure = true
  attrs          = { name = "postgres14_unset", family = "postgres14" }
}

resource "aws_db_parameter_group" "fail_postgres14_null" {
  expect_failure = true
  attrs          = { name = "postgres14_null", family = "postgres14", parameter = null }
}

resource "aws_db_parameter_group" "fail_postgres9_unset" {
  expect_failure = true
  attrs          = { name = "postgres9_unset", family = "postgres9.6", parameter = [] }
}

resource "aws_db_parameter_group" "pass_postgres15_default" {
  attrs = { name = "postgres15_default", family = "postgres15", parameter = [] }
}

resource "aws_db_parameter_group" "pass_postgres17_default" {
  attrs = { name = "postgres17_default", family = "postgres17", parameter = [{ name = "work_mem", value = "1" }] }
}

resource "aws_db_parameter_group" "fail_postgres17_off" {
  expect_failure = true
  attrs          = { name = "postgres17_off", family = "postgres17", parameter = [{ name = "log_statement", value = "none" }, { name = "rds.force_ssl", value = "0" }] }
}

resource "aws_db_parameter_group" "pass_mysql80_on" {
  attrs = { name = "mysql80_on", family = "mysql8.0", parameter = [{ name = "log_statement", value = "none" }, { name = "require_secure_transport", value = "ON" }] }
}

resource "aws_db_parameter_group" "fail_mysql80_unset" {
  expect_failure = true
  attrs          = { name = "mysql80_unset", family = "mysql8.0", parameter = [] }
}

resource "aws_db_parameter_group" "fail_mysql84_unset" {
  expect_failure = true
  attrs          = { name = "mysql84_unset", family = "mysql8.4", parameter = [] }
}

resource "aws_db_parameter_group" "pass_mysql84_one" {
  attrs = { name = "mysql84_one", family = "mysql8.4", parameter = [{ name = "log_statement", value = "none" }, { name = "require_secure_transport", value = "1" }] }
}

resource "aws_db_parameter_group" "pass_mysql97_default" {
  attrs = { name = "mysql97_default", family = "mysql9.7", parameter = [] }
}

resource "aws_db_parameter_group" "fail_mysql97_off" {
  expect_failure = true
  attrs          = { name = "mysql97_off", family = "mysql9.7", parameter = [{ name = "log_statement", value = "none" }, { name = "require_secure_transport", value = "OFF" }] }
}

resource "aws_db_parameter_group" "fail_mariadb1011_unset" {
  expect_failure = true
  attrs          = { name = "mariadb1011_unset", family = "mariadb10.11", parameter = [] }
}

resource "aws_db_parameter_group" "fail_mariadb114_unset" {
  expect_failure = true
  attrs          = { name = "mariadb114_unset", family = "mariadb11.4", parameter = [] }
}

resource "aws_db_parameter_group" "pass_mariadb118_default" {
  attrs = { name = "mariadb118_default", family = "mariadb11.8", parameter = [] }
}

resource "aws_db_parameter_group" "pass_mariadb106_on" {
  attrs = { name = "mariadb106_on", family = "mariadb10.6", parameter = [{ name = "log_statement", value = "none" }, { name = "require_secure_transport", value = "1" }] }
}

resource "aws_db_parameter_group" "fail_sqlserver_unset" {
  expect_failure = true
  attrs          = { name = "sqlserver_unset", family = "sqlserver-ex-15.0", parameter = [] }
}

resource "aws_db_parameter_group" "pass_sqlserver_on" {
  attrs = { name = "sqlserver_on", family = "sqlserver-se-16.0", parameter = [{ name = "log_statement", value = "none" }, { name = "rds.force_ssl", value = "1" }] }
}

resource "aws_db_parameter_group" "pass_not_applicable_oracle" {
  attrs = { name = "not_applicable_oracle", family = "oracle-ee-19", parameter = [] }
}

resource "aws_db_parameter_group" "pass_not_applicable_aurora_instance" {
  attrs = { name = "not_applicable_aurora_instance", family = "aurora-postgresql15", parameter = [] }
}

resource "aws_rds_cluster_parameter_group" "fail_aurora_postgresql16_unset" {
  expect_failure = true
  attrs          = { name = "aurora_postgresql16_unset", family = "aurora-postgresql16", parameter = [] }
}

resource "aws_rds_cluster_parameter_group" "pass_aurora_postgresql17_default" {
  attrs = { name = "aurora_postgresql17_default", family = "aurora-postgresql17", parameter = [] }
}

resource "aws_rds_cluster_parameter_group" "pass_aurora_postgresql16_on" {
  attrs = { name = "aurora_postgresql16_on", family = "aurora-postgresql16", parameter = [{ name = "log_statement", value = "none" }, { name = "rds.force_ssl", value = "1" }] }
}

resource "aws_rds_cluster_parameter_group" "fail_aurora_mysql_unset" {
  expect_failure = true
  attrs          = { name = "aurora_mysql_unset", family = "aurora-mysql8.0", parameter = [] }
}

resource "aws_rds_cluster_parameter_group" "pass_aurora_mysql_on" {
  attrs = { name = "aurora_mysql_on", family = "aurora-mysql8.0", parameter = [{ name = "log_statement", value = "none" }, { name = "require_secure_transport", value = "ON" }] }
}

resource "aws_rds_cluster_parameter_group" "fail_multi_az_cluster_unset" {
  expect_failure = true
  attrs          = { name = "multi_az_cluster_unset", family = "mysql8.0", parameter = [] }
}

resource "aws_docdb_cluster_parameter_group" "pass_docdb_default" {
  attrs = { name = "docdb_default", family = "docdb5.0", parameter = [] }
}

resource "aws_docdb_cluster_parameter_group" "pass_docdb_tls12" {
  attrs = { name = "docdb_tls12", family = "docdb5.0", parameter = [{ name = "log_statement", value = "none" }, { name = "tls", value = "tls1.2+" }] }
}

resource "aws_docdb_cluster_parameter_group" "fail_docdb_disabled" {
  expect_failure = true
  attrs          = { name = "docdb_disabled", family = "docdb5.0", parameter = [{ name = "log_statement", value = "none" }, { name = "tls", value = "disabled" }] }
}

resource "aws_neptune_cluster_parameter_group" "pass_neptune_default" {
  attrs = { name = "neptune_default", family = "neptune1.3" }
}

resource "aws_neptune_cluster_parameter_group" "fail_neptune_off" {
  expect_failure = true
  attrs          = { name = "neptune_off", family = "neptune1.3", parameter = [{ name = "log_statement", value = "none" }, { name = "neptune_enforce_ssl", value = "0" }] }
}

resource "aws_db_instance" "pass_instance_postgres16_default" {
  attrs = { engine = "postgres", engine_version = "16.4" }
}

resource "aws_db_instance" "pass_instance_postgres_without_version" {
  attrs = { engine = "postgres" }
}

resource "aws_db_instance" "fail_instance_postgres13" {
  expect_failure = true
  attrs          = { engine = "postgres", engine_version = "13" }
}

resource "aws_db_instance" "fail_instance_mysql80" {
  expect_failure = true
  attrs          = { engine = "mysql", engine_version = "8.0.35", parameter_group_name = null }
}

resource "aws_db_instance" "fail_instance_mysql_without_version" {
  expect_failure = true
  attrs          = { engine = "mysql" }
}

resource "aws_db_instance" "fail_instance_named_default_group" {
  expect_failure = true
  attrs          = { engine = "mysql", engine_version = "8.4.3", parameter_group_name = "default.mysql8.4" }
}

resource "aws_db_instance" "pass_not_applicable_instance_with_own_group" {
  attrs = { engine = "mysql", engine_version = "8.0", parameter_group_name = aws_db_parameter_group.pass_mysql80_on.name }
}

resource "aws_db_instance" "pass_not_applicable_instance_with_group_elsewhere" {
  attrs = { engine = "mysql", engine_version = "8.0", parameter_group_name = "company-mysql" }
}

resource "aws_db_instance" "pass_not_applicable_instance_oracle" {
  attrs = { engine = "oracle-ee", engine_version = "19" }
}

resource "aws_db_instance" "pass_not_applicable_replica" {
  attrs = { replicate_source_db = "primary" }
}

resource "aws_rds_cluster" "fail_cluster_aurora_mysql" {
  expect_failure = true
  attrs          = { engine = "aurora-mysql", engine_version = "8.0.mysql_aurora.3.08.0" }
}

resource "aws_rds_cluster" "pass_cluster_aurora_postgresql17" {
  attrs = { engine = "aurora-postgresql", engine_version = "17.4" }
}

resource "aws_rds_cluster" "fail_cluster_aurora_postgresql15" {
  expect_failure = true
  attrs          = { engine = "aurora-postgresql", engine_version = "15.4" }
}

resource "aws_rds_cluster" "pass_not_applicable_cluster_with_own_group" {
  attrs = { engine = "aurora-mysql", db_cluster_parameter_group_name = "aurora_mysql_on" }
}

resource "aws_s3_bucket" "pass_not_applicable_other_type" {
  attrs = { bucket = "b" }
}
