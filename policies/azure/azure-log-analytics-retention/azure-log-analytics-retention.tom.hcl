policy_metadata "azure-log-analytics-retention-min" {
  demand   = "log-retention-min"
  severity = "high"
  title = {
    de = "Log-Analytics-Arbeitsbereiche bewahren Protokolle lange genug auf"
    en = "Log Analytics workspaces keep logs long enough"
  }
  description = {
    de = "Arbeitsbereiche und ihre Tabellen halten Protokolle mindestens so lange vor wie zugesagt; eine Tabelle kann vom Arbeitsbereich abweichen. Ohne Angabe sind es 30 Tage."
    en = "Workspaces and their tables keep logs at least as long as promised; a table may differ from its workspace. Left out, it is 30 days."
  }
  applies_to = [
    "resource_policy.azurerm_log_analytics_workspace.kept_long_enough",
    "resource_policy.azurerm_log_analytics_workspace_*.table_kept_long_enough",
  ]
  inputs = {
    log_retention_min_days = param.log_retention_min_days
  }
  links = {
    "Provider argument"                           = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/log_analytics_workspace#retention_in_days-1"
    "Data retention in a Log Analytics workspace" = "https://learn.microsoft.com/en-us/azure/azure-monitor/logs/data-retention-configure"
  }

  fix "set-retention" {
    title = {
      de = "Aufbewahrung auf die Untergrenze setzen"
      en = "Set the retention to the lower bound"
    }
    action = "set_argument"
    path   = "retention_in_days"
    value  = param.log_retention_min_days
    safe   = false
  }
}

policy_metadata "azure-log-analytics-retention-max" {
  demand   = "log-retention-max"
  severity = "high"
  title = {
    de = "Log-Analytics-Arbeitsbereiche löschen Protokolle rechtzeitig"
    en = "Log Analytics workspaces delete logs in time"
  }
  description = {
    de = "Weder der Arbeitsbereich noch eine Tabelle noch deren Archiv hält Protokolle länger vor als zugesagt. Das Archiv (total_retention_in_days) fällt leicht durchs Raster: 30 Tage Aufbewahrung können sieben Jahre Archiv haben."
    en = "Neither the workspace nor a table nor its archive keeps logs longer than promised. The archive (total_retention_in_days) is easily missed: a retention of 30 days may have seven years of archive behind it."
  }
  applies_to = [
    "resource_policy.azurerm_log_analytics_workspace.deleted_in_time",
    "resource_policy.azurerm_log_analytics_workspace_*.table_deleted_in_time",
  ]
  inputs = {
    log_retention_max_days = param.log_retention_max_days
  }
  links = {
    "Provider argument"                           = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/log_analytics_workspace#retention_in_days-1"
    "Data retention in a Log Analytics workspace" = "https://learn.microsoft.com/en-us/azure/azure-monitor/logs/data-retention-configure"
  }

  fix "set-retention" {
    title = {
      de = "Aufbewahrung auf die Obergrenze senken"
      en = "Lower the retention to the upper bound"
    }
    action = "set_argument"
    path   = "retention_in_days"
    value  = param.log_retention_max_days
    safe   = false
  }
}

policy_metadata "azure-log-analytics-traffic-retention" {
  demand   = "traffic-retention-max"
  severity = "high"
  title = {
    de = "Verkehrsdaten in Log Analytics werden rechtzeitig gelöscht"
    en = "Traffic data in Log Analytics are deleted in time"
  }
  description = {
    de = "Arbeitsbereiche, in die Flow-Logs, Zugriffsprotokolle oder Anfragen aus Application Insights fließen, halten Verkehrsdaten und unterliegen der kürzeren Frist. Abhilfe schafft ein eigener Arbeitsbereich für Verkehrsdaten."
    en = "Workspaces that receive flow logs, access logs or the requests of Application Insights hold traffic data, which have the shorter limit. A workspace of its own for traffic data helps."
  }
  applies_to = [
    "resource_policy.azurerm_log_analytics_workspace.traffic_deleted_in_time",
    "resource_policy.azurerm_application_insights.requests_deleted_in_time",
  ]
  inputs = {
    traffic_retention_max_days = param.traffic_retention_max_days
  }
  links = {
    "Provider argument"                           = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/log_analytics_workspace#retention_in_days-1"
    "Data retention in a Log Analytics workspace" = "https://learn.microsoft.com/en-us/azure/azure-monitor/logs/data-retention-configure"
    "Application Insights, provider argument"     = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/application_insights#retention_in_days-1"
  }

  fix "set-retention" {
    title = {
      de = "Aufbewahrung auf die zugesagte Frist senken"
      en = "Lower the retention to what is promised"
    }
    action = "describe"
  }

  version_note ">= 3.0.0" {
    provider = "hashicorp/azurerm"
    note = {
      de = "Application Insights kennt nur 30, 60, 90 und mehr Tage; die Vorgabe von 90 ist zu lang. In einem Arbeitsbereich halten die App-Tabellen 90 Tage, solange sie keine eigene Frist haben."
      en = "Application Insights offers 30, 60, 90 and more days; its default of 90 is too long. In a workspace the App tables keep 90 days unless they have a retention of their own."
    }
  }
}
