# The encryption is a resource of its own, as provider 4 and later want it.
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

# One configuration for many buckets.
resource "aws_s3_bucket" "tenant" {
  for_each = toset(["blue", "green"])
  bucket   = "example-tenant-${each.key}"
}

resource "aws_s3_bucket_server_side_encryption_configuration" "tenant" {
  for_each = aws_s3_bucket.tenant
  bucket   = each.value.id

  rule {
    bucket_key_enabled = true

    apply_server_side_encryption_by_default {
      sse_algorithm     = "aws:kms"
      kms_master_key_id = aws_kms_key.tenant.arn
    }
  }
}

resource "aws_kms_key" "tenant" {
  description         = "Tenant data"
  enable_key_rotation = true
}

# The block inside the bucket, as it was written before provider 4.
resource "aws_s3_bucket" "invoices" {
  bucket = "example-invoices"

  server_side_encryption_configuration {
    rule {
      apply_server_side_encryption_by_default {
        sse_algorithm = "AES256"
      }
    }
  }
}

resource "aws_s3_object" "template" {
  bucket                 = aws_s3_bucket.reports.id
  key                    = "template.csv"
  content                = "day,count\n"
  server_side_encryption = "AES256"
}
