resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_acl" "reports" {
  bucket = aws_s3_bucket.reports.id
  acl    = "private"
}

# The old host only sends visitors to the new one.
resource "aws_s3_bucket" "old_site" {
  bucket = "old.example.com"
}

resource "aws_s3_bucket_website_configuration" "old_site" {
  bucket = aws_s3_bucket.old_site.id

  redirect_all_requests_to {
    host_name = "www.example.com"
    protocol  = "https"
  }
}
