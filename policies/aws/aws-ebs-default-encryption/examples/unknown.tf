variable "encrypt" {
  description = "Whether new volumes are encrypted; only a caller decides."
  type        = bool
}

resource "aws_ebs_encryption_by_default" "region" {
  enabled = var.encrypt
}
