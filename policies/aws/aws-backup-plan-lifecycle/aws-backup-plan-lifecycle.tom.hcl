policy_metadata "aws-backup-plan-min" {
  demand   = "backup-retention-min"
  severity = "high"
  title = {
    de = "Pläne von AWS Backup bewahren Backups 14 Tage auf"
    en = "Plans of AWS Backup keep backups for 14 days"
  }
  description = {
    de = "Mindestens eine Regel des Plans hält ihre Wiederherstellungspunkte 14 Tage vor. Kürzere Regeln, etwa stündliche, dürfen daneben stehen."
    en = "At least one rule of the plan keeps its recovery points for 14 days. Shorter rules, hourly ones for example, may stand beside it."
  }
  applies_to = [
    "resource_policy.aws_backup_plan.kept_long_enough",
  ]
  inputs = {
    backup_retention_min_days = param.backup_retention_min_days
  }
  links = {
    "Provider argument"                     = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_plan#delete_after-1"
    "AWS: cron expressions of backup plans" = "https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html"
  }

  fix "keep-recovery-points" {
    title = {
      de = "delete_after auf die zugesagte Dauer setzen"
      en = "Set delete_after to what is promised"
    }
    action = "describe"
  }
}

policy_metadata "aws-backup-plan-max" {
  demand   = "backup-retention-max"
  severity = "high"
  title = {
    de = "Pläne von AWS Backup löschen Backups nach 14 Tagen"
    en = "Plans of AWS Backup delete backups after 14 days"
  }
  description = {
    de = "Ohne lifecycle oder delete_after verfallen Wiederherstellungspunkte nie. Kopien in andere Tresore haben einen eigenen lifecycle und erben ihn nicht von der Regel. Kaltspeicher bindet Backups für mindestens 90 Tage und verträgt sich mit der Zusage nicht."
    en = "Without lifecycle or delete_after recovery points never expire. Copies into other vaults have a lifecycle of their own and do not inherit the rule's. Cold storage binds backups for 90 days at least and does not go with the promise."
  }
  applies_to = [
    "resource_policy.aws_backup_plan.not_kept_too_long",
  ]
  inputs = {
    backup_retention_max_days = param.backup_retention_max_days
  }
  links = {
    "Provider argument"                     = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_plan#delete_after-1"
    "AWS: cron expressions of backup plans" = "https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html"
  }

  fix "expire-recovery-points" {
    title = {
      de = "lifecycle mit delete_after ergänzen, auch bei Kopien"
      en = "Add a lifecycle with delete_after, to copies as well"
    }
    action = "describe"
  }
}

policy_metadata "aws-backup-plan-daily" {
  demand   = "backup-daily"
  severity = "high"
  title = {
    de = "Pläne von AWS Backup sichern täglich"
    en = "Plans of AWS Backup back up daily"
  }
  description = {
    de = "Mindestens eine Regel läuft jeden Tag. Pläne, die nur werktags oder wöchentlich laufen, lassen Lücken. Ohne schedule läuft eine Regel täglich um 5 Uhr UTC."
    en = "At least one rule runs every day. Plans that run on weekdays or weekly only leave gaps. Without a schedule a rule runs daily at 5:00 UTC."
  }
  applies_to = [
    "resource_policy.aws_backup_plan.daily",
  ]
  links = {
    "Provider argument"                     = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_plan#schedule-1"
    "AWS: cron expressions of backup plans" = "https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html"
  }

  fix "run-daily" {
    title = {
      de = "Regel täglich ausführen, zum Beispiel cron(0 5 ? * * *)"
      en = "Run a rule daily, for example cron(0 5 ? * * *)"
    }
    action = "describe"
  }
}

policy_metadata "aws-backup-plan-selection" {
  demand   = "backup-daily"
  severity = "medium"
  title = {
    de = "Zu jedem Plan von AWS Backup gibt es eine Auswahl"
    en = "Every plan of AWS Backup has a selection"
  }
  description = {
    de = "Ein Plan ohne aws_backup_selection sichert nichts. Hinweis statt Fehler, weil die Auswahl auch in einer anderen Konfiguration stehen kann."
    en = "A plan without an aws_backup_selection backs nothing up. A warning only, because the selection may stand in another configuration."
  }
  applies_to = [
    "resource_policy.aws_backup_plan.selects_something",
  ]
  links = {
    "Provider: aws_backup_selection"            = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_selection"
    "AWS: assigning resources to a backup plan" = "https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html"
  }

  fix "select-resources" {
    title = {
      de = "Ressourcen auswählen"
      en = "Select resources"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_backup_selection" "${name}" {
        name         = "${name}"
        plan_id      = ${address}.id
        iam_role_arn = aws_iam_role.backup.arn

        selection_tag {
          type  = "STRINGEQUALS"
          key   = "backup"
          value = "daily"
        }
      }
    EOT
    safe    = false
  }
}
