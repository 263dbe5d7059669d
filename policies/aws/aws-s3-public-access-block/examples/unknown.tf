variable "public" {
  type = bool
}

resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_public_access_block" "reports" {
  bucket                  = aws_s3_bucket.reports.id
  block_public_acls       = true
  block_public_policy     = !var.public
  ignore_public_acls      = true
  restrict_public_buckets = !var.public
}
