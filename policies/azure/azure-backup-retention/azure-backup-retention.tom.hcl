policy_metadata "azure-backup-retention-min" {
  demand   = "backup-retention-min"
  severity = "high"
  title = {
    de = "Backups von Azure-Datenbanken und -Apps werden lange genug aufbewahrt"
    en = "Backups of Azure databases and apps are kept long enough"
  }
  description = {
    de = "Backups sind nur etwas wert, wenn sie so lange da sind wie zugesagt. Ohne eigene Angabe hält Azure die Sicherungen von Datenbanken nur 7 Tage, die von Cosmos DB nur 8 Stunden: Wer nichts angibt, hält die Zusage meist nicht ein."
    en = "Backups are only worth something while they are there for as long as promised. Left alone, Azure keeps backups of databases for 7 days only and those of Cosmos DB for 8 hours: saying nothing breaks the promise in most cases."
  }
  applies_to = [
    "resource_policy.azurerm_*.kept_long_enough",
    "resource_policy.azurerm_cosmosdb_account.copies_kept_long_enough",
    "resource_policy.azurerm_*.app_copies_kept_long_enough",
  ]
  inputs = {
    backup_retention_min_days = param.backup_retention_min_days
  }
  links = {
    "PostgreSQL flexible server, provider argument" = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server#backup_retention_days-1"
    "Backups in Azure Database for PostgreSQL"      = "https://learn.microsoft.com/en-us/azure/postgresql/backup-restore/concepts-backup-restore"
    "Automated backups in Azure SQL Database"       = "https://learn.microsoft.com/en-us/azure/azure-sql/database/automated-backups-overview"
    "Backup modes of Cosmos DB"                     = "https://learn.microsoft.com/en-us/azure/cosmos-db/periodic-backup-restore-introduction"
  }

  fix "set-backup-retention" {
    title = {
      de = "Aufbewahrung der Backups auf die zugesagte Dauer setzen"
      en = "Set the retention of backups to what is promised"
    }
    action = "describe"
  }

  version_note ">= 3.0.0" {
    provider = "hashicorp/azurerm"
    note = {
      de = "Azure SQL mit der SKU Basic erlaubt höchstens 7 Tage; dort hilft nur eine größere SKU."
      en = "Azure SQL with the Basic SKU allows 7 days at most; only a bigger SKU helps there."
    }
  }
}

policy_metadata "azure-backup-retention-max" {
  demand   = "backup-retention-max"
  severity = "high"
  title = {
    de = "Backups von Azure-Datenbanken und -Apps werden rechtzeitig gelöscht"
    en = "Backups of Azure databases and apps are deleted in time"
  }
  description = {
    de = "Gelöschte Personendaten müssen nach der zugesagten Frist auch aus den Backups verschwunden sein. Der kontinuierliche Modus von Cosmos DB kennt nur 7 oder 30 Tage und kann die Zusage deshalb nicht genau treffen."
    en = "Erased personal data must be gone from the backups, too, within the promised time. The continuous mode of Cosmos DB knows 7 or 30 days only, so it cannot meet the promise exactly."
  }
  applies_to = [
    "resource_policy.azurerm_*.not_kept_too_long",
    "resource_policy.azurerm_cosmosdb_account.copies_not_kept_too_long",
    "resource_policy.azurerm_*.app_copies_not_kept_too_long",
  ]
  inputs = {
    backup_retention_max_days = param.backup_retention_max_days
  }
  links = {
    "PostgreSQL flexible server, provider argument" = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/postgresql_flexible_server#backup_retention_days-1"
    "Backups in Azure Database for PostgreSQL"      = "https://learn.microsoft.com/en-us/azure/postgresql/backup-restore/concepts-backup-restore"
    "Automated backups in Azure SQL Database"       = "https://learn.microsoft.com/en-us/azure/azure-sql/database/automated-backups-overview"
    "Backup modes of Cosmos DB"                     = "https://learn.microsoft.com/en-us/azure/cosmos-db/periodic-backup-restore-introduction"
  }

  fix "set-backup-retention" {
    title = {
      de = "Aufbewahrung der Backups auf die zugesagte Dauer senken"
      en = "Lower the retention of backups to what is promised"
    }
    action = "describe"
  }
}

policy_metadata "azure-sql-long-term-retention" {
  demand   = "backup-retention-max"
  severity = "high"
  title = {
    de = "Azure SQL legt keine Langzeitkopien an"
    en = "Azure SQL keeps no long-term copies"
  }
  description = {
    de = "Wöchentliche, monatliche und jährliche Langzeitkopien überleben die zugesagte Frist. Sie gelten vielerorts als gute Praxis, widersprechen hier aber dem Löschkonzept."
    en = "Weekly, monthly and yearly long-term copies outlive the promised time. They often pass for good practice, but here they contradict the deletion concept."
  }
  applies_to = [
    "resource_policy.azurerm_mssql_*.no_long_term_copies",
  ]
  inputs = {
    backup_retention_max_days = param.backup_retention_max_days
  }
  links = {
    "Provider argument"                = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_database#long_term_retention_policy-1"
    "Long-term retention in Azure SQL" = "https://learn.microsoft.com/en-us/azure/azure-sql/database/long-term-retention-overview"
  }

  fix "remove-long-term-retention" {
    title = {
      de = "Langzeitaufbewahrung entfernen"
      en = "Remove the long-term retention"
    }
    action = "remove_argument"
    path   = "long_term_retention_policy"
    safe   = false
  }
}
