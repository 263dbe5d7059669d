policytest {
  targets = ["aws-default-credentials.policy.hcl"]
}

resource "aws_db_instance" "pass_own_name" {
  attrs = {
    username = "orders_owner"
  }
}

resource "aws_db_instance" "fail_admin" {
  expect_failure = true
  attrs = {
    username = "Admin"
  }
}

resource "aws_db_instance" "pass_null" {
  attrs = {
    username = null
  }
}

resource "aws_rds_cluster" "pass_own_name" {
  attrs = {
    master_username = "orders_owner"
  }
}

resource "aws_rds_cluster" "fail_admin" {
  expect_failure = true
  attrs = {
    master_username = "Admin"
  }
}

resource "aws_rds_cluster" "pass_null" {
  attrs = {
    master_username = null
  }
}

resource "aws_docdb_cluster" "pass_own_name" {
  attrs = {
    master_username = "orders_owner"
  }
}

resource "aws_docdb_cluster" "fail_admin" {
  expect_failure = true
  attrs = {
    master_username = "Admin"
  }
}

resource "aws_docdb_cluster" "pass_null" {
  attrs = {
    master_username = null
  }
}

resource "aws_docdbelastic_cluster" "pass_own_name" {
  attrs = {
    admin_user_name = "orders_owner"
  }
}

resource "aws_docdbelastic_cluster" "fail_admin" {
  expect_failure = true
  attrs = {
    admin_user_name = "Admin"
  }
}

resource "aws_docdbelastic_cluster" "pass_null" {
  attrs = {
    admin_user_name = null
  }
}

resource "aws_redshift_cluster" "pass_own_name" {
  attrs = {
    master_username = "orders_owner"
  }
}

resource "aws_redshift_cluster" "fail_admin" {
  expect_failure = true
  attrs = {
    master_username = "Admin"
  }
}

resource "aws_redshift_cluster" "pass_null" {
  attrs = {
    master_username = null
  }
}

resource "aws_lightsail_database" "pass_own_name" {
  attrs = {
    master_username = "orders_owner"
  }
}

resource "aws_lightsail_database" "fail_admin" {
  expect_failure = true
  attrs = {
    master_username = "Admin"
  }
}

resource "aws_lightsail_database" "pass_null" {
  attrs = {
    master_username = null
  }
}

resource "aws_db_instance" "fail_postgres" {
  expect_failure = true
  attrs = {
    username = "postgres"
  }
}

resource "aws_db_instance" "pass_restored" {
  attrs = {
    snapshot_identifier = "a"
  }
}

resource "aws_redshiftserverless_namespace" "pass_own_name" {
  attrs = {
    admin_username = "reports_owner"
  }
}

resource "aws_redshiftserverless_namespace" "fail_default" {
  expect_failure = true
  attrs = {
    namespace_name = "a"
  }
}

resource "aws_elasticache_user" "pass_with_password" {
  attrs = {
    authentication_mode = [{ type = "iam" }]
  }
}

resource "aws_elasticache_user" "fail_no_password" {
  expect_failure = true
  attrs = {
    no_password_required = true
  }
}

resource "aws_elasticache_user" "fail_no_password_by_mode" {
  expect_failure = true
  attrs = {
    authentication_mode = [{ type = "no-password-required" }]
  }
}

resource "aws_elasticache_user" "pass_null" {
  attrs = {
    no_password_required = null
  }
}

resource "aws_memorydb_cluster" "pass_own_list" {
  attrs = {
    acl_name = "app"
  }
}

resource "aws_memorydb_cluster" "fail_open" {
  expect_failure = true
  attrs = {
    acl_name = "open-access"
  }
}

resource "aws_elasticache_replication_group" "pass_with_groups" {
  attrs = {
    user_group_ids = ["app"]
  }
}

resource "aws_elasticache_replication_group" "pass_with_token" {
  attrs = {
    auth_token = "from elsewhere"
  }
}

resource "aws_elasticache_replication_group" "fail_open" {
  expect_failure = true
  attrs = {
    description = "a"
  }
}

resource "aws_elasticache_replication_group" "fail_empty_groups" {
  expect_failure = true
  attrs = {
    user_group_ids = []
  }
}

resource "aws_elasticache_replication_group" "pass_global_member" {
  attrs = {
    global_replication_group_id = "global-1"
  }
}

resource "aws_neptune_cluster" "pass_with_iam" {
  attrs = {
    iam_database_authentication_enabled = true
  }
}

resource "aws_neptune_cluster" "fail_open" {
  expect_failure = true
  attrs = {
    engine = "neptune"
  }
}

resource "aws_neptune_cluster" "fail_null" {
  expect_failure = true
  attrs = {
    iam_database_authentication_enabled = null
  }
}
