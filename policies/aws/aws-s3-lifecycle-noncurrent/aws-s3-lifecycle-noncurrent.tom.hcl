policy_metadata "aws-s3-lifecycle-noncurrent" {
  demand   = "erasure-lifecycle"
  severity = "high"
  title = {
    de = "Gelöschte und ersetzte Objektversionen in S3 verschwinden fristgerecht"
    en = "Deleted and replaced object versions in S3 disappear in time"
  }
  description = {
    de = "Mit Versionierung setzt eine Löschung nur eine Markierung; die alte Version bleibt lesbar, bis eine Lebenszyklusregel sie entfernt. Alte Versionen sind eine Art Backup und dürfen so lange bleiben wie Backups. Auch angehaltene Versionierung und Object Lock behalten alte Versionen."
    en = "With versioning a deletion only sets a marker; the old version stays readable until a lifecycle rule removes it. Old versions are backups of a kind and may stay as long as backups do. Suspended versioning and Object Lock keep old versions as well."
  }
  inputs = {
    s3_noncurrent_max_days = param.backup_retention_max_days
  }
  links = {
    "Provider: noncurrent_version_expiration" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_lifecycle_configuration#noncurrent_version_expiration"
    "AWS: deleting object versions"           = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeletingObjectVersions.html"
  }

  fix "expire-old-versions" {
    title = {
      de = "Lebenszyklusregel für alte Versionen ergänzen"
      en = "Add a lifecycle rule for old versions"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_s3_bucket_lifecycle_configuration" "${name}" {
        bucket = ${address}.id

        rule {
          id     = "expire-old-versions"
          status = "Enabled"

          filter {}

          noncurrent_version_expiration {
            noncurrent_days = 14
          }

          expiration {
            expired_object_delete_marker = true
          }
        }
      }
    EOT
  }

  version_note ">= 4.0.0" {
    provider = "hashicorp/aws"
    note = {
      de = "Im veralteten Block lifecycle_rule des Buckets heißt das Argument days statt noncurrent_days; beide werden gelesen."
      en = "In the deprecated block lifecycle_rule of the bucket the argument is called days instead of noncurrent_days; both are read."
    }
  }
}
