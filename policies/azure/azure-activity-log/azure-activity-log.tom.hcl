policy_metadata "azure-activity-log-categories" {
  demand   = "audit-log-enabled"
  severity = "high"
  title = {
    de = "Das Azure-Aktivitätsprotokoll wird vollständig exportiert"
    en = "The Azure activity log is exported completely"
  }
  description = {
    de = "Der Export enthält Änderungen an Ressourcen, Sicherheitsmeldungen, Richtlinien und Alarme. Azure selbst behält das Aktivitätsprotokoll nur 90 Tage und nur je Abonnement."
    en = "The export has changes to resources, security events, policies and alerts. Azure itself keeps the activity log for 90 days only, and per subscription."
  }
  applies_to = [
    "resource_policy.azurerm_monitor_diagnostic_setting.activity_log_complete",
  ]
  links = {
    "Provider argument"             = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_diagnostic_setting"
    "Activity log of Azure Monitor" = "https://learn.microsoft.com/en-us/azure/azure-monitor/platform/activity-log"
  }

  fix "add-categories" {
    title = {
      de = "Fehlende Kategorien ergänzen"
      en = "Add the missing categories"
    }
    action = "describe"
  }
}

policy_metadata "azure-entra-log-categories" {
  demand   = "audit-log-enabled"
  severity = "high"
  title = {
    de = "Anmeldungen an Entra ID werden vollständig exportiert"
    en = "Sign-ins to Entra ID are exported completely"
  }
  description = {
    de = "Entra ID behält Anmeldungen selbst nur 7 oder 30 Tage. Der Export umfasst Änderungen am Verzeichnis, Anmeldungen und nicht interaktive Anmeldungen."
    en = "Entra ID keeps sign-ins for 7 or 30 days only. The export has changes to the directory, sign-ins and non-interactive sign-ins."
  }
  applies_to = [
    "resource_policy.azurerm_monitor_aad_diagnostic_setting.sign_ins_complete",
  ]
  links = {
    "Provider argument"       = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_aad_diagnostic_setting"
    "Logs of Microsoft Entra" = "https://learn.microsoft.com/en-us/entra/identity/monitoring-health/howto-integrate-activity-logs-with-azure-monitor-logs"
  }

  fix "add-categories" {
    title = {
      de = "Fehlende Kategorien ergänzen"
      en = "Add the missing categories"
    }
    action = "describe"
  }
}

presence "azure-audit-log-present" {
  demand   = "audit-log-present"
  severity = "medium"
  title = {
    de = "Wo Azure-Ressourcen verwaltet werden, werden Protokolle zentral gesammelt"
    en = "Where Azure resources are managed, logs are collected centrally"
  }
  description = {
    de = "Zu den Azure-Ressourcen eines Root-Moduls gehört mindestens eine Diagnoseeinstellung, die Protokolle in einen Arbeitsbereich, ein Speicherkonto oder einen Event Hub schreibt."
    en = "The Azure resources of a root module come with at least one diagnostic setting that writes logs to a workspace, a storage account or an event hub."
  }
  enforcement_level = "advisory"
  per               = "world"
  links = {
    "Provider argument"             = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_diagnostic_setting"
    "Activity log of Azure Monitor" = "https://learn.microsoft.com/en-us/azure/azure-monitor/platform/activity-log"
  }

  when "azurerm_*" {}

  expect "azurerm_monitor_diagnostic_setting" {
    filter = core::try(core::length(attrs.enabled_log), core::length(attrs.log), 0) > 0
  }
  expect "azurerm_monitor_aad_diagnostic_setting" {}

  fix "add-diagnostic-setting" {
    title = {
      de = "Diagnoseeinstellung ergänzen"
      en = "Add a diagnostic setting"
    }
    action = "describe"
  }
}

presence "azure-activity-log-present" {
  demand   = "audit-log-present"
  severity = "high"
  title = {
    de = "Wo ein Azure-Abonnement verwaltet wird, wird sein Aktivitätsprotokoll exportiert"
    en = "Where an Azure subscription is managed, its activity log is exported"
  }
  description = {
    de = "Ein Root-Modul, das ein Abonnement anlegt oder ihm Richtlinien, Budgets oder Sicherheitseinstellungen gibt, exportiert auch dessen Aktivitätsprotokoll."
    en = "A root module that creates a subscription or gives it policies, budgets or security settings exports its activity log as well."
  }
  enforcement_level = "mandatory"
  per               = "world"
  links = {
    "Provider argument"             = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/monitor_diagnostic_setting"
    "Activity log of Azure Monitor" = "https://learn.microsoft.com/en-us/azure/azure-monitor/platform/activity-log"
  }

  when "azurerm_subscription" {}
  when "azurerm_subscription_policy_assignment" {}
  when "azurerm_consumption_budget_subscription" {}
  when "azurerm_security_center_*" {}

  expect "azurerm_monitor_diagnostic_setting" {
    filter = core::contains(core::concat(core::try([for l in attrs.enabled_log : core::try(l.category, "")], []), core::try([for l in attrs.log : core::try(l.category, "")], [])), "Administrative")
  }

  fix "add-activity-log" {
    title = {
      de = "Export des Aktivitätsprotokolls ergänzen"
      en = "Add an export of the activity log"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "azurerm_monitor_diagnostic_setting" "activity_log" {
        name                       = "activity-log"
        target_resource_id         = data.azurerm_subscription.current.id
        log_analytics_workspace_id = azurerm_log_analytics_workspace.audit.id

        enabled_log {
          category = "Administrative"
        }
        enabled_log {
          category = "Security"
        }
        enabled_log {
          category = "Policy"
        }
        enabled_log {
          category = "Alert"
        }
      }
    EOT
    safe    = false
  }
}
