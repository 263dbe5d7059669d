variable "partner" {
  description = "Who may take on the role; has no default."
  type        = string
}

resource "aws_iam_role" "partner" {
  name = "partner"

  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = var.partner } }]
  })
}
