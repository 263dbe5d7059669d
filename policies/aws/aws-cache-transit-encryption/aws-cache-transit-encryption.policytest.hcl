policytest {
  targets = ["aws-cache-transit-encryption.policy.hcl"]
}

resource "aws_elasticache_replication_group" "pass_on" {
  attrs = { replication_group_id = "a", transit_encryption_enabled = true }
}

resource "aws_elasticache_replication_group" "pass_required" {
  attrs = { replication_group_id = "a", transit_encryption_enabled = true, transit_encryption_mode = "required", global_replication_group_id = null }
}

resource "aws_elasticache_replication_group" "pass_mode_null" {
  attrs = { replication_group_id = "a", transit_encryption_enabled = true, transit_encryption_mode = null }
}

resource "aws_elasticache_replication_group" "pass_not_applicable_secondary" {
  attrs = { replication_group_id = "a", global_replication_group_id = "g" }
}

resource "aws_elasticache_replication_group" "fail_unset" {
  expect_failure = true
  attrs          = { replication_group_id = "a" }
}

resource "aws_elasticache_replication_group" "fail_null" {
  expect_failure = true
  attrs          = { replication_group_id = "a", transit_encryption_enabled = null }
}

resource "aws_elasticache_replication_group" "fail_off" {
  expect_failure = true
  attrs          = { replication_group_id = "a", transit_encryption_enabled = false }
}

resource "aws_elasticache_replication_group" "fail_preferred" {
  expect_failure = true
  attrs          = { replication_group_id = "a", transit_encryption_enabled = true, transit_encryption_mode = "preferred" }
}

resource "aws_elasticache_cluster" "pass_memcached" {
  attrs = { cluster_id = "a", engine = "memcached", transit_encryption_enabled = true }
}

resource "aws_elasticache_cluster" "pass_not_applicable_member" {
  attrs = { cluster_id = "a", replication_group_id = "a" }
}

resource "aws_elasticache_cluster" "fail_memcached_unset" {
  expect_failure = true
  attrs          = { cluster_id = "a", engine = "memcached" }
}

resource "aws_elasticache_cluster" "fail_single_redis" {
  expect_failure = true
  attrs          = { cluster_id = "a", engine = "redis", replication_group_id = null, transit_encryption_enabled = null }
}

resource "aws_memorydb_cluster" "pass_unset" {
  attrs = { name = "a" }
}

resource "aws_memorydb_cluster" "pass_null" {
  attrs = { name = "a", tls_enabled = null }
}

resource "aws_memorydb_cluster" "fail_off" {
  expect_failure = true
  attrs          = { name = "a", tls_enabled = false }
}

resource "aws_memorydb_multi_region_cluster" "pass_on" {
  attrs = { tls_enabled = true }
}

resource "aws_memorydb_multi_region_cluster" "fail_off" {
  expect_failure = true
  attrs          = { tls_enabled = false }
}

resource "aws_memorydb_user" "pass_not_applicable" {
  attrs = { user_name = "u" }
}
