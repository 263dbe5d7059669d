policy_metadata "azure-backup-policy-daily" {
  demand   = "backup-daily"
  severity = "high"
  title = {
    de = "Azure Backup sichert täglich"
    en = "Azure Backup makes daily backups"
  }
  description = {
    de = "Sicherungsrichtlinien für virtuelle Maschinen, Dateifreigaben, Datenbanken, Datenträger und Cluster laufen mindestens einmal am Tag. Ausgelagerte Sicherungen von Datenbankservern gibt es nur wöchentlich; dort zählen die täglichen Backups des Servers selbst."
    en = "Backup policies for virtual machines, file shares, databases, disks and clusters run at least once a day. Vaulted backups of database servers exist weekly only; there the server's own daily backups count."
  }
  applies_to = [
    "resource_policy.azurerm_backup_policy_*.daily",
    "resource_policy.azurerm_backup_policy_vm_workload.daily",
    "resource_policy.azurerm_data_protection_backup_policy_*.daily",
  ]
  links = {
    "Provider argument"     = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/backup_policy_vm#retention_daily"
    "Azure Backup policies" = "https://learn.microsoft.com/en-us/azure/backup/backup-architecture#backup-policy-essentials"
    "Backup vault policies" = "https://learn.microsoft.com/en-us/azure/backup/backup-vault-overview"
  }

  fix "make-daily" {
    title = {
      de = "Täglich sichern"
      en = "Back up daily"
    }
    action = "describe"
  }
}

policy_metadata "azure-backup-policy-min" {
  demand   = "backup-retention-min"
  severity = "high"
  title = {
    de = "Azure Backup hält Sicherungen lange genug vor"
    en = "Azure Backup keeps copies long enough"
  }
  description = {
    de = "Tägliche Sicherungen bleiben mindestens so lange erhalten wie zugesagt. Sicherungstresore schreiben Dauern nach ISO 8601 (P14D und P2W sind gleich lang), NetApp zählt Kopien."
    en = "Daily backups are kept at least as long as promised. Backup vaults write durations as ISO 8601 (P14D equals P2W), NetApp counts copies."
  }
  applies_to = [
    "resource_policy.azurerm_backup_policy_*.kept_long_enough",
    "resource_policy.azurerm_backup_policy_vm_workload.kept_long_enough",
    "resource_policy.azurerm_data_protection_backup_policy_*.kept_long_enough",
    "resource_policy.azurerm_netapp_backup_policy.kept_long_enough",
  ]
  inputs = {
    backup_retention_min_days = param.backup_retention_min_days
  }
  links = {
    "Provider argument"     = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/backup_policy_vm#retention_daily"
    "Azure Backup policies" = "https://learn.microsoft.com/en-us/azure/backup/backup-architecture#backup-policy-essentials"
    "Backup vault policies" = "https://learn.microsoft.com/en-us/azure/backup/backup-vault-overview"
  }

  fix "set-daily-retention" {
    title = {
      de = "Aufbewahrung der täglichen Sicherungen erhöhen"
      en = "Raise the retention of daily backups"
    }
    action = "describe"
  }
}

policy_metadata "azure-backup-policy-max" {
  demand   = "backup-retention-max"
  severity = "high"
  title = {
    de = "Azure Backup behält keine Sicherung länger als zugesagt"
    en = "Azure Backup keeps no copy longer than promised"
  }
  description = {
    de = "Wöchentliche, monatliche und jährliche Sicherungen überleben die zugesagte Frist. Auch Regeln neben der Vorgabe, Momentaufnahmen zur schnellen Wiederherstellung und Wiederherstellungspunkte von Site Recovery zählen."
    en = "Weekly, monthly and yearly backups outlive the promised time. Rules beside the default, snapshots for an instant restore and recovery points of Site Recovery count as well."
  }
  applies_to = [
    "resource_policy.azurerm_backup_policy_*.not_kept_too_long",
    "resource_policy.azurerm_backup_policy_vm_workload.not_kept_too_long",
    "resource_policy.azurerm_data_protection_backup_policy_*.not_kept_too_long",
    "resource_policy.azurerm_netapp_backup_policy.not_kept_too_long",
    "resource_policy.azurerm_site_recovery_*.not_kept_too_long",
  ]
  inputs = {
    backup_retention_max_days = param.backup_retention_max_days
  }
  links = {
    "Provider argument"     = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/backup_policy_vm#retention_daily"
    "Azure Backup policies" = "https://learn.microsoft.com/en-us/azure/backup/backup-architecture#backup-policy-essentials"
    "Backup vault policies" = "https://learn.microsoft.com/en-us/azure/backup/backup-vault-overview"
  }

  fix "remove-long-copies" {
    title = {
      de = "Wöchentliche, monatliche und jährliche Sicherungen entfernen"
      en = "Remove weekly, monthly and yearly backups"
    }
    action = "describe"
  }
}
