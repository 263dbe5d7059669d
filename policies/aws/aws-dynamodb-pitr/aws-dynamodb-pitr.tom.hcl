policy_metadata "aws-dynamodb-pitr" {
  demand   = "backup-retention-min"
  severity = "high"
  title = {
    de = "DynamoDB-Tabellen lassen sich 14 Tage zurück wiederherstellen"
    en = "DynamoDB tables can be restored for 14 days back"
  }
  description = {
    de = "Point-in-time-Recovery ist eingeschaltet und reicht mindestens 14 Tage zurück, oder ein Plan von AWS Backup wählt die Tabelle aus."
    en = "Point-in-time recovery is on and reaches back 14 days at least, or a plan of AWS Backup selects the table."
  }
  applies_to = [
    "resource_policy.aws_dynamodb_table.recoverable",
  ]
  inputs = {
    backup_retention_min_days = param.backup_retention_min_days
  }
  links = {
    "Provider argument"           = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table#point_in_time_recovery-1"
    "AWS: point-in-time recovery" = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html"
  }

  fix "enable-recovery" {
    title = {
      de = "Point-in-time-Recovery mit 14 Tagen einschalten"
      en = "Switch on point-in-time recovery with 14 days"
    }
    action  = "add_block"
    path    = "point_in_time_recovery"
    snippet = <<-EOT
      point_in_time_recovery {
        enabled                 = true
        recovery_period_in_days = 14
      }
    EOT
    safe    = false
  }
}

policy_metadata "aws-dynamodb-pitr-window" {
  demand   = "backup-retention-max"
  severity = "high"
  title = {
    de = "Das Wiederherstellungsfenster von DynamoDB ist nicht länger als 14 Tage"
    en = "DynamoDB's recovery window is not longer than 14 days"
  }
  description = {
    de = "Wer Point-in-time-Recovery nur einschaltet, bekommt 35 Tage: Gelöschte Daten bleiben drei Wochen länger wiederherstellbar, als das Löschkonzept zusagt. Das Fenster lässt sich mit recovery_period_in_days verkürzen."
    en = "Whoever merely switches point-in-time recovery on gets 35 days: erased data stays restorable three weeks longer than the deletion concept promises. recovery_period_in_days makes the window shorter."
  }
  applies_to = [
    "resource_policy.aws_dynamodb_table.window_not_too_long",
  ]
  inputs = {
    backup_retention_max_days = param.backup_retention_max_days
  }
  links = {
    "Provider argument"           = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table#recovery_period_in_days-1"
    "AWS: point-in-time recovery" = "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html"
  }

  fix "shorten-window" {
    title = {
      de = "Fenster auf 14 Tage verkürzen"
      en = "Shorten the window to 14 days"
    }
    action = "set_argument"
    path   = "point_in_time_recovery[0].recovery_period_in_days"
    value  = param.backup_retention_max_days
    safe   = false
  }

  version_note "< 6.0.0" {
    provider = "hashicorp/aws"
    note = {
      de = "Frühe Versionen 5.x und alle Versionen 4.x kennen recovery_period_in_days nicht; das Fenster ist dann immer 35 Tage lang."
      en = "Early versions 5.x and all versions 4.x do not know recovery_period_in_days; the window is always 35 days then."
    }
  }
}

policy_metadata "aws-keyspaces-pitr" {
  demand   = "backup-retention-min"
  severity = "medium"
  title = {
    de = "Keyspaces-Tabellen lassen sich wiederherstellen"
    en = "Keyspaces tables can be restored"
  }
  description = {
    de = "Ohne Point-in-time-Recovery gibt es von Keyspaces kein Backup. Das Fenster ist fest auf 35 Tage eingestellt und damit länger als zugesagt; wer den Dienst nutzt, braucht dafür eine Ausnahme im Löschkonzept. Deshalb nur ein Hinweis."
    en = "Without point-in-time recovery there is no backup of Keyspaces. The window is fixed at 35 days, longer than promised, so whoever uses the service needs an exception in the deletion concept. Hence a hint only."
  }
  applies_to = [
    "resource_policy.aws_keyspaces_table.recoverable",
  ]
  inputs = {
    backup_retention_min_days = param.backup_retention_min_days
  }
  links = {
    "Provider argument"                        = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/keyspaces_table#point_in_time_recovery-1"
    "AWS: point-in-time recovery of Keyspaces" = "https://docs.aws.amazon.com/keyspaces/latest/devguide/PointInTimeRecovery.html"
  }

  fix "enable-recovery" {
    title = {
      de = "Point-in-time-Recovery einschalten"
      en = "Switch on point-in-time recovery"
    }
    action  = "add_block"
    path    = "point_in_time_recovery"
    snippet = <<-EOT
      point_in_time_recovery {
        status = "ENABLED"
      }
    EOT
    safe    = false
  }
}
