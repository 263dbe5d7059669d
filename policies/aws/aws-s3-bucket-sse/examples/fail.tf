# Nothing is stated: AWS encrypts, but nobody would notice if that were changed by hand.
resource "aws_s3_bucket" "exports" {
  bucket = "example-exports"
}

# The encryption belongs to another bucket.
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "reports" {
  bucket = aws_s3_bucket.reports.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "AES256"
    }
  }
}
