policy_metadata "azure-sql-auditing" {
  demand   = "audit-log-enabled"
  severity = "high"
  title = {
    de = "Azure-SQL-Server schreiben ein Audit-Log"
    en = "Azure SQL servers write an audit log"
  }
  description = {
    de = "Anmeldungen und Abfragen werden erst aufgezeichnet, wenn der Server eine Überwachungsrichtlinie hat, die nach Azure Monitor oder in ein Speicherkonto schreibt."
    en = "Logins and queries are recorded only once the server has an auditing policy that writes to Azure Monitor or to a storage account."
  }
  applies_to = [
    "resource_policy.azurerm_mssql_server.audited",
    "resource_policy.azurerm_sql_server.audited",
  ]
  links = {
    "Provider argument"     = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_extended_auditing_policy#retention_in_days-1"
    "Auditing in Azure SQL" = "https://learn.microsoft.com/en-us/azure/azure-sql/database/auditing-overview"
  }

  fix "add-auditing" {
    title = {
      de = "Überwachungsrichtlinie ergänzen"
      en = "Add an auditing policy"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "azurerm_mssql_server_extended_auditing_policy" "${name}" {
        server_id              = ${address}.id
        log_monitoring_enabled = true
      }
    EOT
    safe    = false
  }
}

policy_metadata "azure-sql-audit-retention-min" {
  demand   = "log-retention-min"
  severity = "medium"
  title = {
    de = "Audit-Logs von Azure SQL bleiben lange genug erhalten"
    en = "Audit logs of Azure SQL are kept long enough"
  }
  description = {
    de = "Schreibt die Überwachung in ein Speicherkonto, bleibt das Log mindestens so lange erhalten wie zugesagt."
    en = "Where auditing writes to a storage account, the log is kept at least as long as promised."
  }
  applies_to = [
    "resource_policy.azurerm_*.audit_kept_long_enough",
  ]
  inputs = {
    log_retention_min_days = param.log_retention_min_days
  }
  links = {
    "Provider argument"     = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_extended_auditing_policy#retention_in_days-1"
    "Auditing in Azure SQL" = "https://learn.microsoft.com/en-us/azure/azure-sql/database/auditing-overview"
  }

  fix "set-retention" {
    title = {
      de = "Aufbewahrung erhöhen"
      en = "Raise the retention"
    }
    action = "describe"
  }
}

policy_metadata "azure-sql-audit-retention-max" {
  demand   = "log-retention-max"
  severity = "high"
  title = {
    de = "Audit-Logs von Azure SQL werden rechtzeitig gelöscht"
    en = "Audit logs of Azure SQL are deleted in time"
  }
  description = {
    de = "Schreibt die Überwachung in ein Speicherkonto, heißt keine Angabe und auch 0: für immer. Andere Prüfwerkzeuge verlangen mindestens 90 Tage oder lassen 0 gelten."
    en = "Where auditing writes to a storage account, no number and 0 both mean for ever. Other checkers ask for at least 90 days or accept 0."
  }
  applies_to = [
    "resource_policy.azurerm_*.audit_deleted_in_time",
  ]
  inputs = {
    log_retention_max_days = param.log_retention_max_days
  }
  links = {
    "Provider argument"     = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server_extended_auditing_policy#retention_in_days-1"
    "Auditing in Azure SQL" = "https://learn.microsoft.com/en-us/azure/azure-sql/database/auditing-overview"
  }

  fix "set-retention" {
    title = {
      de = "Aufbewahrung auf die zugesagte Frist setzen"
      en = "Set the retention to what is promised"
    }
    action = "describe"
  }
}
