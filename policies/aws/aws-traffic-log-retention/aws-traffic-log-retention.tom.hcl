policy_metadata "aws-traffic-log-retention" {
  demand   = "traffic-retention-max"
  severity = "high"
  title = {
    de = "Verkehrsdaten in CloudWatch werden nach höchstens 10 Wochen gelöscht"
    en = "Traffic data in CloudWatch is deleted after ten weeks at most"
  }
  description = {
    de = "Flow Logs, Zugriffsprotokolle von API Gateway und VPC Lattice, DNS-Abfragen, WAF-, Firewall- und VPN-Protokolle sind Verkehrsdaten. Die Log-Gruppe, in die sie geschrieben werden, darf sie höchstens 70 Tage behalten. CloudWatch kennt als passende Werte nur 1, 3, 5, 7, 14, 30 und 60 Tage; 90 ist schon zu viel. Liegt die Log-Gruppe in einer anderen Konfiguration, ist das Ergebnis offen."
    en = "Flow logs, access logs of API Gateway and VPC Lattice, DNS queries, WAF, firewall and VPN logs are traffic data. The log group they are written to may keep them for 70 days at most. The fitting values that CloudWatch offers are 1, 3, 5, 7, 14, 30 and 60 days; 90 is too much. If the log group is managed in another configuration, the result is open."
  }
  inputs = {
    traffic_retention_max_days = param.traffic_retention_max_days
  }
  links = {
    "Provider: aws_cloudwatch_log_group"    = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_log_group#retention_in_days-1"
    "Provider: aws_flow_log"                = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/flow_log#log_destination-1"
    "AWS: log retention in CloudWatch Logs" = "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html#SettingLogRetention"
  }

  fix "shorten-retention" {
    title = {
      de = "Aufbewahrung der Log-Gruppe auf höchstens 60 Tage setzen"
      en = "Set the log group's retention to 60 days at most"
    }
    action = "describe"
  }

  version_note ">= 6.0.0" {
    provider = "hashicorp/aws"
    note = {
      de = "log_group_name von aws_flow_log gibt es nicht mehr; log_destination nennt die Log-Gruppe mit ihrer ARN."
      en = "log_group_name of aws_flow_log is gone; log_destination names the log group by its ARN."
    }
  }
}
