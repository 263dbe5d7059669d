variable "length" {
  description = "Characters that a password must have; has no default."
  type        = number
}

resource "aws_iam_account_password_policy" "account" {
  minimum_password_length = var.length
}
