variable "policy" {
  description = "The bucket's policy as JSON."
  type        = string
}

resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_s3_bucket_policy" "reports" {
  bucket = aws_s3_bucket.reports.id
  policy = var.policy
}
