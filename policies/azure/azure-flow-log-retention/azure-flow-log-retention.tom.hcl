policy_metadata "azure-flow-log-retention" {
  demand   = "traffic-retention-max"
  severity = "high"
  title = {
    de = "Flow-Logs und Firewall-Protokolle werden rechtzeitig gelöscht"
    en = "Flow logs and firewall insights are deleted in time"
  }
  description = {
    de = "Wer mit wem gesprochen hat, sind Verkehrsdaten. Die Angabe 0 und eine abgeschaltete Aufbewahrungsregel bedeuten bei Azure: für immer. Andere Prüfwerkzeuge verlangen hier mindestens 90 Tage, also das Gegenteil der Zusage."
    en = "Who talked to whom is traffic data. With Azure, 0 days and a retention policy that is off mean for ever. Other checkers ask for at least 90 days here, the opposite of the promise."
  }
  applies_to = [
    "resource_policy.azurerm_network_watcher_flow_log.deleted_in_time",
    "resource_policy.azurerm_firewall_policy.insights_deleted_in_time",
  ]
  inputs = {
    traffic_retention_max_days = param.traffic_retention_max_days
  }
  links = {
    "Provider argument"             = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/network_watcher_flow_log#retention_policy-1"
    "Flow logs of virtual networks" = "https://learn.microsoft.com/en-us/azure/network-watcher/vnet-flow-logs-overview"
  }

  fix "set-retention" {
    title = {
      de = "Aufbewahrung auf die zugesagte Frist setzen"
      en = "Set the retention to what is promised"
    }
    action = "set_argument"
    path   = "retention_policy[0].days"
    value  = param.traffic_retention_max_days
    safe   = false
  }

  version_note ">= 4.0.0" {
    provider = "hashicorp/azurerm"
    note = {
      de = "Flow-Logs von Netzwerksicherheitsgruppen laufen 2027 aus; die von virtuellen Netzen stehen in target_resource_id."
      en = "Flow logs of network security groups retire in 2027; those of virtual networks use target_resource_id."
    }
  }
}

policy_metadata "azure-app-log-retention" {
  demand   = "traffic-retention-max"
  severity = "high"
  title = {
    de = "HTTP- und Dateiprotokolle von Azure-Apps werden rechtzeitig gelöscht"
    en = "HTTP and file logs of Azure apps are deleted in time"
  }
  description = {
    de = "Anfragezeilen und Client-Adressen sind Verkehrsdaten. Ohne Angabe löscht Azure die Protokolle einer App nie."
    en = "Request lines and client addresses are traffic data. Left alone, Azure never deletes the logs of an app."
  }
  applies_to = [
    "resource_policy.azurerm_*.http_log_deleted_in_time",
    "resource_policy.azurerm_*.function_log_deleted_in_time",
  ]
  inputs = {
    traffic_retention_max_days = param.traffic_retention_max_days
  }
  links = {
    "Provider argument"      = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_web_app#http_logs-1"
    "Logging in App Service" = "https://learn.microsoft.com/en-us/azure/app-service/troubleshoot-diagnostic-logs"
  }

  fix "set-retention" {
    title = {
      de = "Aufbewahrung auf die zugesagte Frist setzen"
      en = "Set the retention to what is promised"
    }
    action = "describe"
  }
}
