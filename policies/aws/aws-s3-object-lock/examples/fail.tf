# No lock at all.
resource "aws_s3_bucket" "trail" {
  bucket = "example-trail"
}

resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = aws_s3_bucket.trail.id
}

# A lock that some may lift, and that others cannot end in time.
resource "aws_s3_bucket" "organisation" {
  bucket              = "example-organisation-trail"
  object_lock_enabled = true
}

resource "aws_s3_bucket_object_lock_configuration" "organisation" {
  bucket = aws_s3_bucket.organisation.id

  rule {
    default_retention {
      mode  = "GOVERNANCE"
      years = 1
    }
  }
}

resource "aws_cloudtrail" "organisation" {
  name           = "organisation"
  s3_bucket_name = aws_s3_bucket.organisation.id
}
