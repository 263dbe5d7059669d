policy_metadata "aws-cloudtrail" {
  demand   = "audit-log-enabled"
  severity = "high"
  title = {
    de = "CloudTrail protokolliert vollständig"
    en = "CloudTrail records everything"
  }
  description = {
    de = "Der Trail ist eingeschaltet, erfasst die globalen Dienste (Anmeldungen, IAM) und alle Verwaltungsereignisse, lesende wie schreibende. Selektoren, die Verwaltungsereignisse auslassen, fallen im Alltag nicht auf: Der Trail läuft, nur die Admin-Aktionen fehlen. Daneben darf es weitere, engere Trails geben."
    en = "The trail is switched on and takes in the global services (sign-ins, IAM) and all management events, reads as well as writes. Selectors that leave management events out go unnoticed: the trail runs, only the actions of administrators are missing. Further, narrower trails may exist beside it."
  }
  applies_to = [
    "resource_policy.aws_cloudtrail.records_events",
  ]
  links = {
    "Provider: aws_cloudtrail"       = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail"
    "AWS: logging management events" = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html"
  }

  fix "record-everything" {
    title = {
      de = "Trail einschalten und einschränkende Selektoren entfernen"
      en = "Switch the trail on and remove selectors that narrow it"
    }
    action = "describe"
  }
}

policy_metadata "aws-cloudtrail-multi-region" {
  demand   = "audit-log-enabled"
  severity = "high"
  title = {
    de = "CloudTrail erfasst alle Regionen"
    en = "CloudTrail covers all regions"
  }
  description = {
    de = "Ohne is_multi_region_trail bleibt eine Region, die niemand benutzt, unbeobachtet, und genau dorthin weicht ein Angreifer aus. Es genügt, wenn ein vollständiger Trail der Konfiguration alle Regionen erfasst."
    en = "Without is_multi_region_trail a region that nobody uses goes unobserved, which is where an intruder turns to. One complete trail of the configuration that covers all regions is enough."
  }
  applies_to = [
    "resource_policy.aws_cloudtrail.multi_region",
  ]
  links = {
    "Provider argument"           = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail#is_multi_region_trail-1"
    "AWS: trails for all regions" = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html"
  }

  fix "all-regions" {
    title = {
      de = "Trail auf alle Regionen ausdehnen"
      en = "Extend the trail to all regions"
    }
    action = "set_argument"
    path   = "is_multi_region_trail"
    value  = true
    safe   = false
  }
}

policy_metadata "aws-cloudtrail-integrity" {
  demand   = "audit-log-integrity"
  severity = "high"
  title = {
    de = "CloudTrail-Protokolle sind gegen Manipulation gesichert"
    en = "CloudTrail logs are tamper-evident"
  }
  description = {
    de = "CloudTrail schreibt stündlich signierte Prüfsummen der Protokolldateien. Nur mit ihnen lässt sich nachweisen, dass keine Datei verändert oder gelöscht wurde. In der Konsole ist das voreingestellt, in Terraform nicht."
    en = "CloudTrail writes signed digests of the log files every hour. Only they can prove that no file was changed or deleted. The console switches this on by default, Terraform does not."
  }
  applies_to = [
    "resource_policy.aws_cloudtrail.log_file_validation",
  ]
  links = {
    "Provider argument"                  = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail#enable_log_file_validation-1"
    "AWS: validating log file integrity" = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html"
  }

  fix "validate-log-files" {
    title = {
      de = "Prüfsummen einschalten"
      en = "Switch the digests on"
    }
    action = "set_argument"
    path   = "enable_log_file_validation"
    value  = true
    safe   = true
  }
}

policy_metadata "aws-cloudtrail-cloudwatch" {
  demand   = "audit-log-enabled"
  severity = "medium"
  title = {
    de = "CloudTrail liefert an CloudWatch Logs"
    en = "CloudTrail delivers to CloudWatch Logs"
  }
  description = {
    de = "Die TOM nennt CloudWatch und CloudTrail als zentralen Ort der Audit-Logs. Dateien in S3 allein durchsucht niemand, und kein Alarm hängt an ihnen. Hinweis statt Fehler, weil ein Log-Archiv-Konto die Auswertung an anderer Stelle übernehmen kann."
    en = "The TOM names CloudWatch and CloudTrail as the central place of audit logs. Nobody searches files in S3 alone, and no alarm hangs on them. A warning only, because a log archive account may evaluate them elsewhere."
  }
  applies_to = [
    "resource_policy.aws_cloudtrail.central_in_cloudwatch",
  ]
  links = {
    "Provider argument"                      = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail#cloud_watch_logs_group_arn-1"
    "AWS: sending events to CloudWatch Logs" = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html"
  }

  fix "deliver-to-log-group" {
    title = {
      de = "Log-Gruppe und Rolle anlegen und am Trail eintragen"
      en = "Create a log group and a role and name them in the trail"
    }
    action = "describe"
  }

  version_note ">= 3.0.0" {
    provider = "hashicorp/aws"
    note = {
      de = "Der Wert muss auf `:*` enden, also \"$${aws_cloudwatch_log_group.audit.arn}:*\"."
      en = "The value must end in `:*`, that is \"$${aws_cloudwatch_log_group.audit.arn}:*\"."
    }
  }
}

policy_metadata "aws-cloudtrail-kms" {
  demand   = "kms-management"
  severity = "low"
  title = {
    de = "CloudTrail-Protokolle liegen unter einem eigenen KMS-Schlüssel"
    en = "CloudTrail logs are under a KMS key of the company"
  }
  description = {
    de = "Ohne kms_key_id verschlüsselt S3 die Dateien selbst, das erfüllt AES-256. Ein eigener Schlüssel trennt zusätzlich, wer den Bucket verwaltet und wer die Protokolle lesen darf. Nur ein Hinweis."
    en = "Without kms_key_id S3 encrypts the files itself, which meets AES-256. A key of the company also separates who manages the bucket from who may read the logs. A hint only."
  }
  applies_to = [
    "resource_policy.aws_cloudtrail.own_key",
  ]
  links = {
    "Provider argument"                  = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail#kms_key_id-1"
    "AWS: encrypting log files with KMS" = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html"
  }

  fix "name-key" {
    title = {
      de = "Eigenen Schlüssel eintragen"
      en = "Name a key of the company"
    }
    action = "describe"
  }
}

presence "aws-cloudtrail-present" {
  demand   = "audit-log-present"
  severity = "high"
  title = {
    de = "Zu AWS-Ressourcen gibt es einen CloudTrail-Trail"
    en = "Where there are AWS resources there is a CloudTrail trail"
  }
  description = {
    de = "Geprüft wird jedes Root-Modul für sich: Legt es AWS-Ressourcen an, soll auch ein eingeschalteter Trail (oder ein Ereignisspeicher von CloudTrail Lake) darin stehen. Meist steht der Trail eines Kontos aber in einem einzigen anderen Root-Modul, etwa als Trail der Organisation. Dann ist die Warnung hier kein Mangel: Das Root-Modul mit dem Trail liefert den Nachweis, die übrigen nimmt man mit einem Waiver aus, der dieses Root-Modul nennt."
    en = "Every root module is judged on its own: where it creates AWS resources, a trail that is switched on (or an event data store of CloudTrail Lake) should be in it, too. Usually, however, an account's trail stands in one other root module, for example as the organisation's trail. Then the warning is no defect: the root module with the trail gives the evidence, and a waiver that names that root module exempts the others."
  }
  links = {
    "Provider: aws_cloudtrail" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail"
    "AWS: organisation trails" = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html"
  }
  enforcement_level = "advisory"
  per               = "world"

  when "aws_*" {}

  expect "aws_cloudtrail" {
    filter = core::try(attrs.enable_logging, true) != false
  }

  expect "aws_cloudtrail_event_data_store" {
    filter = core::try(attrs.suspend, false) != true
  }

  fix "add-trail" {
    title = {
      de = "Trail für alle Regionen anlegen"
      en = "Add a trail for all regions"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_cloudtrail" "account" {
        name                       = "account"
        s3_bucket_name             = aws_s3_bucket.audit.id
        is_multi_region_trail      = true
        enable_log_file_validation = true
      }
    EOT
    safe    = false
  }
}
