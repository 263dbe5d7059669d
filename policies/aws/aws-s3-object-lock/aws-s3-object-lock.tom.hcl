policy_metadata "aws-s3-object-lock" {
  demand   = "tamper-proof-storage"
  severity = "high"
  title = {
    de = "Die Protokolle von CloudTrail sind unveränderbar gespeichert"
    en = "The logs of CloudTrail are stored tamper-proof"
  }
  description = {
    de = "Der Bucket eines Trails hat eine Objektsperre im Modus COMPLIANCE, die so lange gilt, wie die Protokolle aufzubewahren sind. Ohne sie kann jeder mit Schreibrechten seine Spuren löschen. Buckets für S3-Zugriffsprotokolle und für AWS Config sind ausgenommen: diese Dienste können nicht in Buckets mit Standardsperre schreiben."
    en = "The bucket of a trail has an object lock in COMPLIANCE mode for as long as the logs must be kept. Without it anybody who may write can remove the traces. Buckets of S3 access logs and of AWS Config are exempt: these services cannot write into buckets with a default retention."
  }
  applies_to = ["resource_policy.aws_s3_bucket.audit_logs_locked"]
  inputs = {
    log_retention_min_days = param.log_retention_min_days
  }
  links = {
    "Provider: aws_s3_bucket_object_lock_configuration" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_object_lock_configuration"
    "AWS: Object Lock considerations"                   = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-managing.html"
    "AWS: CloudTrail security best practices"           = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/best-practices-security.html"
  }

  fix "add-lock" {
    title = {
      de = "Objektsperre mit Standardaufbewahrung ergänzen (der Bucket braucht object_lock_enabled = true oder Versionierung)"
      en = "Add an object lock with a default retention (the bucket needs object_lock_enabled = true or versioning)"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_s3_bucket_object_lock_configuration" "${name}" {
        bucket = ${address}.id

        rule {
          default_retention {
            mode = "COMPLIANCE"
            days = 90
          }
        }
      }
    EOT
  }

  version_note ">= 4.0.0" {
    provider = "hashicorp/aws"
    note = {
      de = "Der Block object_lock_configuration im Bucket ist seit Provider 4 veraltet, wird hier aber weiterhin erkannt."
      en = "The block object_lock_configuration inside the bucket is deprecated since provider 4; it is still recognised here."
    }
  }
}

policy_metadata "aws-s3-object-lock-period" {
  demand   = "log-retention-max"
  severity = "high"
  title = {
    de = "Die Objektsperre hindert nicht an der fristgerechten Löschung"
    en = "The object lock does not prevent erasure in time"
  }
  description = {
    de = "Eine Sperre im Modus COMPLIANCE kann niemand verkürzen, auch nicht der Root-Nutzer. Ist sie länger als die zugesagte Höchstdauer, lassen sich die Protokolle nicht mehr fristgerecht löschen."
    en = "Nobody can shorten a lock in COMPLIANCE mode, not even the root user. If it is longer than the promised maximum, the logs can no longer be erased in time."
  }
  applies_to = ["resource_policy.aws_s3_bucket.lock_ends_in_time"]
  inputs = {
    log_retention_max_days = param.log_retention_max_days
  }
  links = {
    "Provider: default_retention"      = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_object_lock_configuration#default_retention"
    "AWS: retention periods and modes" = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html"
  }

  fix "shorten-lock" {
    title = {
      de = "Dauer der Sperre in der Objektsperre auf höchstens die zugesagte Aufbewahrung setzen, solange sie noch nicht greift"
      en = "Set the period of the lock to at most the promised retention, before it takes effect"
    }
    action = "describe"
  }
}
