# The bucket's encryption is none of those that are promised.
resource "aws_s3_bucket" "exports" {
  bucket = "example-exports"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "exports" {
  bucket = aws_s3_bucket.exports.id

  rule {
    apply_server_side_encryption_by_default {
      sse_algorithm = "aws:fsx"
    }
  }
}

resource "aws_s3_object" "template" {
  bucket                 = aws_s3_bucket.exports.id
  key                    = "template.csv"
  content                = "day,count\n"
  server_side_encryption = "aws:fsx"
}
