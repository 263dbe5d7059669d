resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

# No bucket key, and the key that AWS manages.
resource "aws_s3_bucket_server_side_encryption_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:kms"
    }
  }
}
