# A key alone switches no encryption on.
resource "aws_db_instance" "orders" {
  identifier        = "orders"
  engine            = "postgres"
  instance_class    = "db.t4g.medium"
  allocated_storage = 50
  kms_key_id        = "arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000"
}

resource "aws_efs_file_system" "files" {
  creation_token = "files"
}

resource "aws_elasticache_replication_group" "sessions" {
  replication_group_id = "sessions"
  description          = "Sessions"
  engine               = "redis"
  node_type            = "cache.t4g.small"
}

resource "aws_sqs_queue" "mail" {
  name                    = "mail"
  sqs_managed_sse_enabled = false
}
