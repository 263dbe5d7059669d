resource "aws_kms_key" "data" {
  description         = "Customer data"
  enable_key_rotation = true
}

resource "aws_kms_key" "exports" {
  description             = "Exports"
  enable_key_rotation     = true
  rotation_period_in_days = 90
}

# A signing key cannot rotate.
resource "aws_kms_key" "tokens" {
  description              = "Signs tokens"
  key_usage                = "SIGN_VERIFY"
  customer_master_key_spec = "ECC_NIST_P256"
}
