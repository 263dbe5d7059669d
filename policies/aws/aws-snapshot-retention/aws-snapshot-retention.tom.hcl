policy_metadata "aws-snapshot-retention" {
  demand   = "backup-retention-max"
  severity = "medium"
  title = {
    de = "Snapshots und Kopien von Redshift enden nach 14 Tagen"
    en = "Snapshots and copies of Redshift end after 14 days"
  }
  description = {
    de = "Manuelle Snapshots bleiben für immer, solange nichts anderes angegeben ist (-1 oder nicht gesetzt). Sie sind die stille Lücke in der Zusage, dass Backups nach 14 Tagen verschwinden."
    en = "Manual snapshots stay for ever unless told otherwise (-1 or not set). They are the quiet hole in the promise that backups are gone after 14 days."
  }
  applies_to = [
    "resource_policy.aws_redshift*.snapshots_end",
    "resource_policy.aws_redshift_snapshot_copy.copies_end",
  ]
  inputs = {
    backup_retention_max_days = param.backup_retention_max_days
  }
  links = {
    "Provider argument"       = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster_snapshot#manual_snapshot_retention_period-1"
    "AWS: Redshift snapshots" = "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html"
  }

  fix "bound-snapshots" {
    title = {
      de = "Aufbewahrung der Snapshots begrenzen"
      en = "Bound the retention of snapshots"
    }
    action = "describe"
  }
}

policy_metadata "aws-redshift-manual-snapshots" {
  demand   = "backup-retention-max"
  severity = "low"
  title = {
    de = "Von Hand angelegte Redshift-Snapshots haben ein Ende"
    en = "Redshift snapshots taken by hand have an end"
  }
  description = {
    de = "manual_snapshot_retention_period des Clusters gilt für Snapshots, die jemand ohne eigene Angabe anlegt. Nicht gesetzt heißt: für immer. Ob überhaupt welche entstehen, zeigt die Konfiguration nicht, deshalb ein Hinweis."
    en = "The cluster's manual_snapshot_retention_period applies to snapshots that somebody takes without saying how long they stay. Not set means for ever. Whether there are any the configuration does not show, hence a hint."
  }
  applies_to = [
    "resource_policy.aws_redshift_cluster.manual_snapshots_end",
  ]
  inputs = {
    backup_retention_max_days = param.backup_retention_max_days
  }
  links = {
    "Provider argument"       = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster#manual_snapshot_retention_period-1"
    "AWS: Redshift snapshots" = "https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html"
  }

  fix "bound-manual-snapshots" {
    title = {
      de = "Aufbewahrung manueller Snapshots begrenzen"
      en = "Bound the retention of manual snapshots"
    }
    action = "set_argument"
    path   = "manual_snapshot_retention_period"
    value  = param.backup_retention_max_days
    safe   = false
  }
}

policy_metadata "aws-dlm-retention-min" {
  demand   = "backup-retention-min"
  severity = "high"
  title = {
    de = "Data Lifecycle Manager bewahrt Snapshots 14 Tage auf"
    en = "Data Lifecycle Manager keeps snapshots for 14 days"
  }
  description = {
    de = "Mindestens ein Zeitplan hält seine Snapshots 14 Tage vor, als Dauer oder als Anzahl mal Abstand."
    en = "At least one schedule keeps its snapshots for 14 days, given as a time or as a number times their distance."
  }
  applies_to = [
    "resource_policy.aws_dlm_lifecycle_policy.snapshots_kept",
  ]
  inputs = {
    backup_retention_min_days = param.backup_retention_min_days
  }
  links = {
    "Provider argument"                  = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dlm_lifecycle_policy#retain_rule-1"
    "AWS: Amazon Data Lifecycle Manager" = "https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html"
  }

  fix "keep-snapshots" {
    title = {
      de = "Aufbewahrung auf 14 Tage setzen"
      en = "Keep snapshots for 14 days"
    }
    action = "describe"
  }
}

policy_metadata "aws-dlm-retention-max" {
  demand   = "backup-retention-max"
  severity = "high"
  title = {
    de = "Data Lifecycle Manager löscht Snapshots nach 14 Tagen"
    en = "Data Lifecycle Manager deletes snapshots after 14 days"
  }
  description = {
    de = "Eine Anzahl ist auch eine Dauer: 14 wöchentliche Snapshots reichen 98 Tage zurück. Kopien in andere Regionen bleiben ohne eigene Regel für immer, und archivierte Snapshots bleiben mindestens 90 Tage."
    en = "A number is a time as well: 14 weekly snapshots reach back 98 days. Copies into other regions stay for ever without a rule of their own, and archived snapshots stay for 90 days at least."
  }
  applies_to = [
    "resource_policy.aws_dlm_lifecycle_policy.snapshots_end",
  ]
  inputs = {
    backup_retention_max_days = param.backup_retention_max_days
  }
  links = {
    "Provider argument"                  = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dlm_lifecycle_policy#retain_rule-1"
    "AWS: Amazon Data Lifecycle Manager" = "https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html"
  }

  fix "end-snapshots" {
    title = {
      de = "Aufbewahrung auf höchstens 14 Tage setzen, auch bei Kopien"
      en = "Keep snapshots and copies for 14 days at most"
    }
    action = "describe"
  }
}

policy_metadata "aws-recycle-bin" {
  demand   = "backup-retention-max"
  severity = "medium"
  title = {
    de = "Der Papierkorb verlängert Backups nicht"
    en = "The Recycle Bin does not prolong backups"
  }
  description = {
    de = "Aufbewahrungsregeln des Papierkorbs halten gelöschte Snapshots und AMIs weiter vor. Ihre Tage kommen zu denen des Backups hinzu: 14 und 14 sind 28."
    en = "Retention rules of the Recycle Bin keep deleted snapshots and AMIs on. Their days come on top of the backup's: 14 and 14 is 28."
  }
  applies_to = [
    "resource_policy.aws_rbin_rule.recycle_bin_adds_nothing",
  ]
  inputs = {
    backup_retention_max_days = param.backup_retention_max_days
  }
  links = {
    "Provider: aws_rbin_rule" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rbin_rule"
    "AWS: Recycle Bin"        = "https://docs.aws.amazon.com/ebs/latest/userguide/recycle-bin.html"
  }

  fix "shorten-bin" {
    title = {
      de = "Beide Fristen zusammen auf höchstens 14 Tage bringen oder einen Waiver anlegen"
      en = "Bring both periods together to 14 days at most, or add a waiver"
    }
    action = "describe"
  }
}
