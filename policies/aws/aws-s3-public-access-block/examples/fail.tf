resource "aws_s3_bucket" "exports" {
  bucket = "example-exports"
}

# Two switches are left out, and so they are off.
resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_public_access_block" "reports" {
  bucket              = aws_s3_bucket.reports.id
  block_public_acls   = true
  block_public_policy = true
}
