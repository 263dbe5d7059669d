# Anybody in the account, with nothing but a password or an access key.
resource "aws_iam_role" "admin" {
  name = "admin"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
    }]
  })
}

resource "aws_cognito_user_pool" "staff" {
  name = "staff"
}
