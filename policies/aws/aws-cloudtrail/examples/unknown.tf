variable "all_regions" {
  description = "Whether the trail covers all regions; only a caller decides."
  type        = bool
}

resource "aws_cloudtrail" "account" {
  name                       = "account"
  s3_bucket_name             = "example-audit-trail"
  is_multi_region_trail      = var.all_regions
  enable_log_file_validation = true
  cloud_watch_logs_group_arn = "arn:aws:logs:eu-central-1:111122223333:log-group:audit:*"
  kms_key_id                 = "alias/audit"
}
