policy_metadata "aws-vpc-flow-logs" {
  demand   = "audit-log-enabled"
  severity = "medium"
  title = {
    de = "VPCs haben Flow Logs"
    en = "VPCs have flow logs"
  }
  description = {
    de = "Flow Logs zeigen, welche Verbindungen es gab und welche abgewiesen wurden. Ein Flow Log auf der VPC genügt, ebenso eines auf jedem ihrer Subnetze. Da Flow Logs Verkehrsdaten sind, gilt für sie zugleich die Obergrenze von 10 Wochen (aws-traffic-log-retention)."
    en = "Flow logs show which connections there were and which were rejected. One flow log on the VPC is enough, and so is one on each of its subnets. As flow logs are traffic data, the limit of ten weeks holds for them as well (aws-traffic-log-retention)."
  }
  applies_to = [
    "resource_policy.aws_vpc.has_flow_log",
  ]
  links = {
    "Provider: aws_flow_log" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/flow_log"
    "AWS: VPC flow logs"     = "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html"
  }

  fix "add-flow-log" {
    title = {
      de = "Flow Log ergänzen"
      en = "Add a flow log"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_flow_log" "${name}" {
        vpc_id          = ${address}.id
        traffic_type    = "ALL"
        log_destination = aws_cloudwatch_log_group.flow.arn
        iam_role_arn    = aws_iam_role.flow_logs.arn
      }
    EOT
    safe    = false
  }
}

policy_metadata "aws-flow-log-traffic-type" {
  demand   = "audit-log-enabled"
  severity = "low"
  title = {
    de = "Flow Logs erfassen abgewiesenen Verkehr"
    en = "Flow logs record rejected traffic"
  }
  description = {
    de = "Wer nur angenommenen Verkehr aufzeichnet, sieht weder Portscans noch gesperrte Zugriffe. REJECT genügt und ist zugleich die datensparsamste Wahl."
    en = "Whoever records accepted traffic only sees neither port scans nor blocked accesses. REJECT is enough, and it is also the choice that collects the least data."
  }
  applies_to = [
    "resource_policy.aws_flow_log.sees_rejected",
  ]
  links = {
    "Provider argument"  = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/flow_log#traffic_type-1"
    "AWS: VPC flow logs" = "https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html"
  }

  fix "record-all" {
    title = {
      de = "Allen Verkehr erfassen"
      en = "Record all traffic"
    }
    action = "set_argument"
    path   = "traffic_type"
    value  = "ALL"
    safe   = false
  }
}
