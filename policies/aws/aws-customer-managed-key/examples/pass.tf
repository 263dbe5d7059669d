# With --param kms_own_keys=true. The key is the company's own.
resource "aws_kms_key" "data" {
  description         = "Customer data"
  enable_key_rotation = true
}

resource "aws_secretsmanager_secret" "api" {
  name       = "api"
  kms_key_id = aws_kms_key.data.arn
}
