# No policy at all.
resource "aws_s3_bucket" "exports" {
  bucket = "example-exports"
}

# An Allow with TLS forbids nothing.
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_policy" "reports" {
  bucket = aws_s3_bucket.reports.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::111122223333:root" }
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::example-reports/*"
      Condition = { Bool = { "aws:SecureTransport" = "true" } }
    }]
  })
}
