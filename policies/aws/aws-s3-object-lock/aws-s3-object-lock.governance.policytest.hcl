# Another company's TOM: governance mode is enough, logs are kept for one to two years.

policytest {
  targets = ["aws-s3-object-lock.policy.hcl"]
}

inputs {
  s3_object_lock_modes   = ["COMPLIANCE", "GOVERNANCE"]
  log_retention_min_days = 365
  log_retention_max_days = 730
}

resource "aws_cloudtrail" "trail" {
  skip  = true
  attrs = { name = "trail", s3_bucket_name = "audit" }
}

resource "aws_s3_bucket" "pass_governance_two_years" {
  attrs = { id = "audit" }
}

resource "aws_s3_bucket_object_lock_configuration" "audit" {
  skip = true
  attrs = {
    bucket = "audit"
    rule   = [{ default_retention = [{ mode = "GOVERNANCE", years = 2 }] }]
  }
}
