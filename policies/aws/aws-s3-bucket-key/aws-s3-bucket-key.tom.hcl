policy_metadata "aws-s3-bucket-key" {
  demand   = "kms-management"
  severity = "low"
  title = {
    de = "S3-Buckets mit KMS-Verschlüsselung verwenden einen Bucket-Schlüssel"
    en = "S3 buckets encrypted with KMS use a bucket key"
  }
  description = {
    de = "Ohne Bucket-Schlüssel fragt S3 für jedes Objekt bei KMS an: das kostet Geld, läuft in Kontingente und füllt CloudTrail. Die Verschlüsselung selbst ist dieselbe; die Regel ist ein Hinweis."
    en = "Without a bucket key S3 asks KMS for every object: that costs money, runs into quotas and fills CloudTrail. The encryption is the same; this policy is advice."
  }
  applies_to = [
    "resource_policy.aws_s3_bucket_server_side_encryption_configuration.bucket_key",
    "resource_policy.aws_s3_bucket.inline_bucket_key",
  ]
  links = {
    "Provider: bucket_key_enabled" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_server_side_encryption_configuration#bucket_key_enabled-1"
    "AWS: S3 bucket keys"          = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html"
  }

  fix "enable-bucket-key" {
    title = {
      de = "Bucket-Schlüssel einschalten"
      en = "Switch the bucket key on"
    }
    action = "set_argument"
    path   = "rule.bucket_key_enabled"
    value  = true
    safe   = true
  }
}

policy_metadata "aws-s3-kms-own-key" {
  demand   = "kms-management"
  severity = "low"
  title = {
    de = "S3-Buckets mit KMS-Verschlüsselung verwenden einen eigenen Schlüssel"
    en = "S3 buckets encrypted with KMS use a key of one's own"
  }
  description = {
    de = "Wer SSE-KMS wählt, ohne einen Schlüssel zu nennen, bekommt den von AWS verwalteten Schlüssel alias/aws/s3: Zugriff, Rotation und Löschung lassen sich dann nicht selbst regeln. Die TOM verlangt das nicht; die Regel ist ein Hinweis."
    en = "Whoever chooses SSE-KMS without naming a key gets alias/aws/s3, which AWS manages: access, rotation and deletion are then out of one's hands. The TOM does not ask for it; this policy is advice."
  }
  applies_to = ["resource_policy.aws_s3_bucket_server_side_encryption_configuration.own_key"]
  links = {
    "Provider: kms_master_key_id" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_server_side_encryption_configuration#kms_master_key_id-1"
    "AWS: SSE-KMS"                = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html"
  }

  fix "name-a-key" {
    title = {
      de = "Einen eigenen KMS-Schlüssel als kms_master_key_id angeben"
      en = "Name a KMS key of your own as kms_master_key_id"
    }
    action = "describe"
  }
}
