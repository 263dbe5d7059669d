data "aws_caller_identity" "current" {}

resource "aws_s3_bucket" "audit" {
  bucket = "example-audit-trail"
}

resource "aws_cloudwatch_log_group" "audit" {
  name              = "/audit/cloudtrail"
  retention_in_days = 90
}

resource "aws_kms_key" "audit" {
  description         = "Audit logs"
  enable_key_rotation = true
}

resource "aws_iam_role" "cloudtrail" {
  name = "cloudtrail-to-cloudwatch"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "cloudtrail.amazonaws.com" }
    }]
  })
}

# The account's trail: all regions, all management events, and the accesses to one bucket's objects.
resource "aws_cloudtrail" "account" {
  name                       = "account"
  s3_bucket_name             = aws_s3_bucket.audit.id
  is_multi_region_trail      = true
  enable_log_file_validation = true
  kms_key_id                 = aws_kms_key.audit.arn
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.audit.arn}:*"
  cloud_watch_logs_role_arn  = aws_iam_role.cloudtrail.arn

  event_selector {
    read_write_type           = "All"
    include_management_events = true

    data_resource {
      type   = "AWS::S3::Object"
      values = ["arn:aws:s3:::example-customer-files/"]
    }
  }
}
