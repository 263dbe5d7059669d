resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_public_access_block" "reports" {
  bucket                  = aws_s3_bucket.reports.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_bucket" "tenant" {
  for_each = toset(["blue", "green"])
  bucket   = "example-tenant-${each.key}"
}

resource "aws_s3_bucket_public_access_block" "tenant" {
  for_each                = aws_s3_bucket.tenant
  bucket                  = each.value.id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_s3_access_point" "reports" {
  name   = "reports"
  bucket = aws_s3_bucket.reports.id
}
