policy_metadata "aws-log-group-retention-min" {
  demand   = "log-retention-min"
  severity = "high"
  title = {
    de = "CloudWatch-Logs werden lange genug aufbewahrt"
    en = "CloudWatch logs are kept long enough"
  }
  description = {
    de = "Protokolle werden mindestens 30 Tage aufbewahrt, damit ein Vorfall sich aufklären lässt. Log-Gruppen, in die Dienste Verkehrsdaten schreiben (Flow Logs, Zugriffs-, DNS-, Firewall- und VPN-Protokolle), dürfen früher enden."
    en = "Logs are kept for at least 30 days, so that an incident can be investigated. Log groups into which services write traffic data (flow logs, access, DNS, firewall and VPN logs) may end earlier."
  }
  applies_to = [
    "resource_policy.aws_cloudwatch_log_group.kept_long_enough",
  ]
  inputs = {
    log_retention_min_days = param.log_retention_min_days
  }
  links = {
    "Provider argument"                     = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group#retention_in_days-1"
    "AWS: log retention in CloudWatch Logs" = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html#SettingLogRetention"
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

policy_metadata "aws-log-group-retention-max" {
  demand   = "log-retention-max"
  severity = "high"
  title = {
    de = "CloudWatch-Logs werden rechtzeitig gelöscht"
    en = "CloudWatch logs are deleted in time"
  }
  description = {
    de = "Ohne retention_in_days, mit null oder 0 behält CloudWatch jedes Ereignis für immer; zugesagt sind höchstens 90 Tage. Erlaubte Werte in diesem Bereich sind 30, 60 und 90. Gängige Prüfwerkzeuge verlangen das Gegenteil, nämlich mindestens ein Jahr."
    en = "Without retention_in_days, with null or 0 CloudWatch keeps every event for ever; at most 90 days are promised. Permitted values in that range are 30, 60 and 90. Common checkers demand the opposite, one year at least."
  }
  applies_to = [
    "resource_policy.aws_cloudwatch_log_group.not_kept_too_long",
  ]
  inputs = {
    log_retention_max_days = param.log_retention_max_days
  }
  links = {
    "Provider argument"                     = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group#retention_in_days-1"
    "AWS: log retention in CloudWatch Logs" = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html#SettingLogRetention"
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

  version_note ">= 5.0.0" {
    provider = "hashicorp/aws"
    note = {
      de = "Bei log_group_class = \"DELIVERY\" setzt AWS immer 2 Tage; solche Gruppen werden nicht beurteilt."
      en = "With log_group_class = \"DELIVERY\" AWS always sets 2 days; such groups are not judged."
    }
  }
}
