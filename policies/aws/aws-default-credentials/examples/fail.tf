resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "postgres"
  manage_master_user_password = true
}

# Everybody in the network reads and writes.
resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "Sessions"
  engine               = "valkey"
  node_type            = "cache.t4g.small"
}

resource "aws_memorydb_cluster" "profiles" {
  name      = "profiles"
  node_type = "db.t4g.small"
  acl_name  = "open-access"
}
