# The default: never.
resource "aws_kms_key" "data" {
  description = "Customer data"
}

# Every two years.
resource "aws_kms_key" "exports" {
  description             = "Exports"
  enable_key_rotation     = true
  rotation_period_in_days = 730
}
