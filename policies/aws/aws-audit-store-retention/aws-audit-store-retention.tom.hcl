policy_metadata "aws-audit-store-retention-min" {
  demand   = "log-retention-min"
  severity = "high"
  title = {
    de = "CloudTrail Lake und AWS Config bewahren Ereignisse lange genug auf"
    en = "CloudTrail Lake and AWS Config keep events long enough"
  }
  description = {
    de = "Ereignisspeicher und Historie reichen mindestens 30 Tage zurück."
    en = "Event data stores and history reach back 30 days at least."
  }
  applies_to = [
    "resource_policy.aws_*.kept_long_enough",
  ]
  inputs = {
    log_retention_min_days = param.log_retention_min_days
  }
  links = {
    "Provider: aws_cloudtrail_event_data_store" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail_event_data_store#retention_period-1"
    "AWS: event data stores of CloudTrail Lake" = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-lake.html"
  }

  fix "set-retention" {
    title = {
      de = "Aufbewahrung auf die Untergrenze setzen"
      en = "Set the retention to the lower bound"
    }
    action = "describe"
  }
}

policy_metadata "aws-audit-store-retention-max" {
  demand   = "log-retention-max"
  severity = "high"
  title = {
    de = "CloudTrail Lake, AWS Config und Ereignisarchive löschen rechtzeitig"
    en = "CloudTrail Lake, AWS Config and event archives delete in time"
  }
  description = {
    de = "Ohne Angabe behält CloudTrail Lake Ereignisse sieben Jahre, EventBridge-Archive und Security Lake behalten sie für immer. Zugesagt sind höchstens 90 Tage."
    en = "Unless told otherwise, CloudTrail Lake keeps events for seven years, and archives of EventBridge and Security Lake keep them for ever. At most 90 days are promised."
  }
  applies_to = [
    "resource_policy.aws_*.not_kept_too_long",
    "resource_policy.aws_securitylake_data_lake.not_kept_too_long",
  ]
  inputs = {
    log_retention_max_days = param.log_retention_max_days
  }
  links = {
    "Provider: aws_cloudtrail_event_data_store" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail_event_data_store#retention_period-1"
    "Provider: aws_cloudwatch_event_archive"    = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_event_archive#retention_days-1"
    "AWS: event data stores of CloudTrail Lake" = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-lake.html"
  }

  fix "set-retention" {
    title = {
      de = "Aufbewahrung begrenzen"
      en = "Bound the retention"
    }
    action = "describe"
  }
}

policy_metadata "aws-cloudtrail-lake-protection" {
  demand   = "tamper-proof-storage"
  severity = "medium"
  title = {
    de = "Ereignisspeicher von CloudTrail Lake sind vor Löschung geschützt"
    en = "Event data stores of CloudTrail Lake are protected against deletion"
  }
  description = {
    de = "Der Löschschutz ist von Haus aus eingeschaltet. Wer ihn ausschaltet, kann das Protokoll mit einem Befehl entfernen."
    en = "The protection is on by default. Whoever switches it off can remove the log with one command."
  }
  applies_to = [
    "resource_policy.aws_cloudtrail_event_data_store.not_deleted_by_accident",
  ]
  links = {
    "Provider: aws_cloudtrail_event_data_store" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail_event_data_store#termination_protection_enabled-1"
    "AWS: event data stores of CloudTrail Lake" = "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-lake.html"
  }

  fix "protect" {
    title = {
      de = "Löschschutz einschalten"
      en = "Switch the protection on"
    }
    action = "set_argument"
    path   = "termination_protection_enabled"
    value  = true
    safe   = true
  }
}
