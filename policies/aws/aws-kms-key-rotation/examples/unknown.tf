variable "rotate" {
  description = "Whether the key rotates; only a caller decides."
  type        = bool
}

resource "aws_kms_key" "data" {
  description         = "Customer data"
  enable_key_rotation = var.rotate
}
