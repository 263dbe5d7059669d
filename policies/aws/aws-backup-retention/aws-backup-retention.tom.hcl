policy_metadata "aws-backup-retention-min" {
  demand   = "backup-retention-min"
  severity = "high"
  title = {
    de = "Automatische Backups auf AWS werden 14 Tage aufbewahrt"
    en = "Automatic backups on AWS are kept for 14 days"
  }
  description = {
    de = "Zugesagt sind tägliche Backups über 14 Tage. Ohne Angabe macht Terraform für aws_db_instance gar keine Backups, Cluster bewahren sie einen Tag auf, FSx für Windows sieben. Als Ersatz zählt ein Plan von AWS Backup, der die Ressource auswählt (über ARN, Typ oder Tag); Read Replicas und Scratch-Dateisysteme brauchen keine eigenen Backups."
    en = "Daily backups over 14 days are promised. Without a value Terraform makes no backups at all for aws_db_instance, clusters keep them for one day, FSx for Windows for seven. A plan of AWS Backup that selects the resource (by ARN, type or tag) counts instead; read replicas and scratch file systems need no backups of their own."
  }
  applies_to = [
    "resource_policy.aws_*.kept_long_enough",
  ]
  inputs = {
    backup_retention_min_days = param.backup_retention_min_days
  }
  links = {
    "Provider: aws_db_instance"    = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance#backup_retention_period-1"
    "Provider: aws_rds_cluster"    = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster#backup_retention_period-1"
    "AWS: backup retention in RDS" = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html"
  }

  fix "keep-backups" {
    title = {
      de = "Aufbewahrung der Backups auf die zugesagte Dauer setzen"
      en = "Keep backups for as long as promised"
    }
    action = "describe"
  }
}

policy_metadata "aws-backup-retention-max" {
  demand   = "backup-retention-max"
  severity = "high"
  title = {
    de = "Automatische Backups auf AWS werden nach 14 Tagen gelöscht"
    en = "Automatic backups on AWS are deleted after 14 days"
  }
  description = {
    de = "Gelöschte Daten sollen nach 14 Tagen auch aus den Backups verschwunden sein. Viele Vorlagen und Prüfwerkzeuge empfehlen 30 oder 35 Tage; das widerspricht dem Löschkonzept."
    en = "After 14 days erased data must be gone from the backups, too. Many templates and checkers recommend 30 or 35 days, which contradicts the deletion concept."
  }
  applies_to = [
    "resource_policy.aws_*.not_kept_too_long",
  ]
  inputs = {
    backup_retention_max_days = param.backup_retention_max_days
  }
  links = {
    "Provider: aws_db_instance"    = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance#backup_retention_period-1"
    "Provider: aws_rds_cluster"    = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster#backup_retention_period-1"
    "AWS: backup retention in RDS" = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html"
  }

  fix "shorten-backups" {
    title = {
      de = "Aufbewahrung der Backups auf die zugesagte Dauer senken"
      en = "Lower the retention of backups to what is promised"
    }
    action = "describe"
  }
}

policy_metadata "aws-cache-backup" {
  demand   = "backup-retention-min"
  severity = "low"
  title = {
    de = "ElastiCache wird gesichert, wenn es mehr als ein Cache ist"
    en = "ElastiCache is backed up where it is more than a cache"
  }
  description = {
    de = "Ein Cache, der sich neu füllen lässt, braucht kein Backup. Liegen in ElastiCache aber Daten, die es nirgends sonst gibt, gilt auch für sie die Zusage von 14 Tagen. Aus der Konfiguration geht das nicht hervor, deshalb nur ein Hinweis."
    en = "A cache that can be filled again needs no backup. If ElastiCache holds data that exists nowhere else, however, the promise of 14 days holds for it as well. The configuration does not tell, so this is a hint only."
  }
  applies_to = [
    "resource_policy.aws_elasticache_*.caches_backed_up",
  ]
  inputs = {
    backup_retention_min_days = param.backup_retention_min_days
  }
  links = {
    "Provider argument"       = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group#snapshot_retention_limit-1"
    "AWS: ElastiCache backup" = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups.html"
  }

  fix "keep-snapshots" {
    title = {
      de = "Snapshots aufbewahren"
      en = "Keep snapshots"
    }
    action = "set_argument"
    path   = "snapshot_retention_limit"
    value  = param.backup_retention_min_days
    safe   = false
  }
}
