# With --param kms_own_keys=true.
variable "key" {
  description = "Key of the secret; has no default."
  type        = string
}

resource "aws_secretsmanager_secret" "api" {
  name       = "api"
  kms_key_id = var.key
}
