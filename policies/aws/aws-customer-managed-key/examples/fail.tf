# With --param kms_own_keys=true. AWS manages the keys of both.
resource "aws_secretsmanager_secret" "api" {
  name = "api"
}

resource "aws_sns_topic" "news" {
  name              = "news"
  kms_master_key_id = "alias/aws/sns"
}
