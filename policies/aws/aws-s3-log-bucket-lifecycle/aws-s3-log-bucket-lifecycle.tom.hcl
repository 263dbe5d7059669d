policy_metadata "aws-s3-audit-log-retention-min" {
  demand   = "log-retention-min"
  severity = "medium"
  title = {
    de = "Audit-Logs in S3 werden lange genug aufbewahrt"
    en = "Audit logs in S3 are kept long enough"
  }
  description = {
    de = "Keine Lebenszyklusregel löscht die Protokolle von CloudTrail vor Ablauf der zugesagten Mindestdauer. Treffen mehrere Regeln zu, gilt bei S3 die früheste."
    en = "No lifecycle rule removes the logs of CloudTrail before the promised minimum is over. Where several rules apply, S3 takes the earliest."
  }
  applies_to = ["resource_policy.aws_s3_bucket.audit_logs_kept"]
  inputs = {
    log_retention_min_days = param.log_retention_min_days
  }
  links = {
    "Provider: aws_s3_bucket_lifecycle_configuration" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_lifecycle_configuration"
    "AWS: conflicting lifecycle rules"                = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-conflicts.html"
  }

  fix "keep-longer" {
    title = {
      de = "Frist der Lebenszyklusregel auf mindestens die zugesagte Dauer setzen"
      en = "Set the period of the lifecycle rule to at least the promised one"
    }
    action = "describe"
  }
}

policy_metadata "aws-s3-audit-log-retention-max" {
  demand   = "log-retention-max"
  severity = "high"
  title = {
    de = "Audit-Logs in S3 laufen fristgerecht ab"
    en = "Audit logs in S3 expire in time"
  }
  description = {
    de = "Der Bucket eines CloudTrail-Trails hat eine eingeschaltete Lebenszyklusregel, die alle Protokolle spätestens nach der zugesagten Höchstdauer löscht. Ohne Regel bleiben sie für immer. Regeln mit Tag- oder Größenfilter, mit Datum oder nur mit Verlagerung in eine andere Speicherklasse zählen nicht."
    en = "The bucket of a CloudTrail trail has an enabled lifecycle rule that removes all logs after the promised maximum at the latest. Without a rule they stay for ever. Rules with a tag or size filter, with a date, or that only move objects to another storage class do not count."
  }
  applies_to = ["resource_policy.aws_s3_bucket.audit_logs_expire"]
  inputs = {
    log_retention_max_days = param.log_retention_max_days
  }
  links = {
    "Provider: aws_s3_bucket_lifecycle_configuration" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_lifecycle_configuration"
    "AWS: expiring objects"                           = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html"
  }

  fix "add-lifecycle" {
    title = {
      de = "Lebenszyklusregel mit Ablauf nach 90 Tagen ergänzen"
      en = "Add a lifecycle rule that expires objects after 90 days"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_s3_bucket_lifecycle_configuration" "${name}" {
        bucket = ${address}.id

        rule {
          id     = "expire-logs"
          status = "Enabled"

          filter {}

          expiration {
            days = 90
          }
        }
      }
    EOT
  }
}

policy_metadata "aws-s3-traffic-log-retention" {
  demand   = "traffic-retention-max"
  severity = "high"
  title = {
    de = "Verkehrsdaten in S3 werden nach höchstens zehn Wochen gelöscht"
    en = "Traffic data in S3 is removed after ten weeks at most"
  }
  description = {
    de = "Zugriffsprotokolle von S3, Load Balancern, CloudFront und WAF, DNS-Abfrage- und VPC-Flow-Protokolle sind Verkehrsdaten. Der Bucket, in den sie geschrieben werden, löscht sie alle spätestens nach der zugesagten Höchstdauer."
    en = "Access logs of S3, load balancers, CloudFront and WAF, logs of DNS queries and of VPC flows are traffic data. The bucket they are written to removes all of them after the promised maximum at the latest."
  }
  applies_to = ["resource_policy.aws_s3_bucket.traffic_logs_expire"]
  inputs = {
    traffic_retention_max_days = param.traffic_retention_max_days
  }
  links = {
    "Provider: aws_s3_bucket_lifecycle_configuration" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_lifecycle_configuration"
    "AWS: server access logging"                      = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerLogs.html"
  }

  fix "add-lifecycle" {
    title = {
      de = "Lebenszyklusregel mit Ablauf nach 70 Tagen ergänzen"
      en = "Add a lifecycle rule that expires objects after 70 days"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_s3_bucket_lifecycle_configuration" "${name}" {
        bucket = ${address}.id

        rule {
          id     = "expire-logs"
          status = "Enabled"

          filter {}

          expiration {
            days = 70
          }
        }
      }
    EOT
  }
}
