variable "deletion_window" {
  description = "Days until a deleted key is destroyed; has no default."
  type        = number
}

resource "aws_kms_key" "data" {
  description             = "Customer data"
  enable_key_rotation     = true
  deletion_window_in_days = var.deletion_window
}
