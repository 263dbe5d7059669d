resource "aws_db_instance" "orders" {
  identifier                  = "orders"
  engine                      = "postgres"
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "orders_owner"
  manage_master_user_password = true
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "Sessions"
  engine               = "valkey"
  node_type            = "cache.t4g.small"
  user_group_ids       = [aws_elasticache_user_group.sessions.id]
}

resource "aws_elasticache_user_group" "sessions" {
  engine        = "valkey"
  user_group_id = "sessions"
  user_ids      = [aws_elasticache_user.app.user_id]
}

resource "aws_elasticache_user" "app" {
  user_id       = "app"
  user_name     = "app"
  engine        = "valkey"
  access_string = "on ~* +@all"

  authentication_mode {
    type = "iam"
  }
}
