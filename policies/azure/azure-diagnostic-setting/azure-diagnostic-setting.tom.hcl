policy_metadata "azure-diagnostic-setting" {
  demand   = "audit-log-enabled"
  severity = "high"
  title = {
    de = "Azure-Dienste liefern ihre Audit-Logs zentral ab"
    en = "Azure services export their audit logs"
  }
  description = {
    de = "Schlüsselspeicher, Datenbanken, Cluster und Gateways schreiben erst dann auf, wer was getan hat, wenn eine Diagnoseeinstellung ihre Audit-Logs exportiert. Nur Metriken zu exportieren genügt nicht."
    en = "Key vaults, databases, clusters and gateways record who did what only once a diagnostic setting exports their audit logs. Exporting metrics alone is not enough."
  }
  applies_to = [
    "resource_policy.azurerm_*.audit_log_exported",
  ]
  links = {
    "Provider argument"                    = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_diagnostic_setting"
    "Diagnostic settings in Azure Monitor" = "https://learn.microsoft.com/en-us/azure/azure-monitor/platform/diagnostic-settings"
    "Log categories by service"            = "https://learn.microsoft.com/en-us/azure/azure-monitor/reference/logs-index"
  }

  fix "add-diagnostic-setting" {
    title = {
      de = "Diagnoseeinstellung mit den Audit-Logs ergänzen"
      en = "Add a diagnostic setting with the audit logs"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "azurerm_monitor_diagnostic_setting" "${name}" {
        name                       = "audit"
        target_resource_id         = ${address}.id
        log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id

        enabled_log {
          category_group = "audit"
        }
      }
    EOT
    safe    = false
  }

  version_note "< 4.0.0" {
    provider = "hashicorp/azurerm"
    note = {
      de = "Der Block log gilt nur in Provider 3; hier zählen log und enabled_log."
      en = "The block log exists in provider 3 only; log and enabled_log both count here."
    }
  }
}

policy_metadata "azure-diagnostic-setting-storage" {
  demand   = "audit-log-enabled"
  severity = "medium"
  title = {
    de = "Zugriffe auf Azure-Speicherkonten werden protokolliert"
    en = "Access to Azure storage accounts is recorded"
  }
  description = {
    de = "Lesen, Schreiben und Löschen von Blobs erscheinen nur dann im Audit-Log, wenn die Diagnoseeinstellung am Blob-Dienst des Kontos hängt. Am Konto selbst gibt es nur Metriken."
    en = "Reading, writing and deleting of blobs show up in the audit log only if the diagnostic setting hangs on the blob service of the account. The account itself offers metrics only."
  }
  applies_to = [
    "resource_policy.azurerm_storage_account.blob_access_exported",
  ]
  links = {
    "Provider argument"                    = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_diagnostic_setting"
    "Diagnostic settings in Azure Monitor" = "https://learn.microsoft.com/en-us/azure/azure-monitor/platform/diagnostic-settings"
    "Monitoring Azure Blob Storage"        = "https://learn.microsoft.com/en-us/azure/storage/blobs/monitor-blob-storage"
  }

  fix "add-diagnostic-setting" {
    title = {
      de = "Diagnoseeinstellung am Blob-Dienst ergänzen"
      en = "Add a diagnostic setting on the blob service"
    }
    action = "describe"
  }
}

policy_metadata "azure-diagnostic-setting-app" {
  demand   = "audit-log-enabled"
  severity = "medium"
  title = {
    de = "Zugriffe auf Azure-Apps werden protokolliert"
    en = "Requests to Azure apps are recorded"
  }
  description = {
    de = "Web-Apps, Function-Apps, Logic-Apps und Container-Apps behalten ihre Protokolle nicht von selbst. Eine Diagnoseeinstellung oder das HTTP-Log der App hält die Zugriffe fest."
    en = "Web apps, function apps, logic apps and container apps do not keep their logs by themselves. A diagnostic setting or the app's own HTTP log records the requests."
  }
  applies_to = [
    "resource_policy.azurerm_*.app_access_logged",
    "resource_policy.azurerm_container_app_environment.app_logs_kept",
  ]
  links = {
    "Provider argument"                    = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_diagnostic_setting"
    "Diagnostic settings in Azure Monitor" = "https://learn.microsoft.com/en-us/azure/azure-monitor/platform/diagnostic-settings"
    "Logging in App Service"               = "https://learn.microsoft.com/en-us/azure/app-service/troubleshoot-diagnostic-logs"
    "Log storage of Container Apps"        = "https://learn.microsoft.com/en-us/azure/container-apps/log-options"
  }

  fix "add-diagnostic-setting" {
    title = {
      de = "Diagnoseeinstellung mit den Zugriffsprotokollen ergänzen"
      en = "Add a diagnostic setting with the access logs"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "azurerm_monitor_diagnostic_setting" "${name}" {
        name                       = "audit"
        target_resource_id         = ${address}.id
        log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id

        enabled_log {
          category_group = "allLogs"
        }
      }
    EOT
    safe    = false
  }
}

policy_metadata "azure-diagnostic-setting-retention" {
  demand   = "log-retention-max"
  severity = "medium"
  title = {
    de = "In Speicherkonten abgelegte Azure-Logs werden rechtzeitig gelöscht"
    en = "Azure logs in storage accounts are deleted in time"
  }
  description = {
    de = "Seit September 2025 beachtet Azure die retention_policy einer Diagnoseeinstellung nicht mehr. Ohne Lebenszyklusregel am Zielkonto bleiben die Protokolle für immer liegen."
    en = "Since September 2025 Azure ignores the retention_policy of a diagnostic setting. Without a lifecycle rule on the target account the logs stay for ever."
  }
  applies_to = [
    "resource_policy.azurerm_monitor_*.stored_logs_deleted_in_time",
  ]
  inputs = {
    log_retention_max_days = param.log_retention_max_days
  }
  links = {
    "Provider argument"                                    = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_management_policy#delete_after_days_since_modification_greater_than-1"
    "Migration from diagnostic settings storage retention" = "https://learn.microsoft.com/en-us/azure/azure-monitor/platform/migrate-to-azure-storage-lifecycle-policy"
  }

  fix "add-lifecycle-rule" {
    title = {
      de = "Lebenszyklusregel am Zielkonto ergänzen"
      en = "Add a lifecycle rule to the target account"
    }
    action = "describe"
  }
}
