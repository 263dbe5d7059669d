policy_metadata "aws-config-recorder" {
  demand   = "audit-log-enabled"
  severity = "medium"
  title = {
    de = "AWS Config zeichnet alle Änderungen auf"
    en = "AWS Config records all changes"
  }
  description = {
    de = "Der Recorder erfasst alle unterstützten Arten von Ressourcen. Wer einzelne auswählt, übersieht neue."
    en = "The recorder takes in all supported kinds of resources. Whoever selects some misses new ones."
  }
  applies_to = [
    "resource_policy.aws_config_configuration_recorder.records_everything",
  ]
  links = {
    "Provider: aws_config_configuration_recorder" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/config_configuration_recorder#all_supported-1"
    "AWS: recording resources"                    = "https://docs.aws.amazon.com/config/latest/developerguide/select-resources.html"
  }

  fix "record-all" {
    title = {
      de = "Alle Arten aufzeichnen"
      en = "Record all kinds"
    }
    action = "set_argument"
    path   = "recording_group[0].all_supported"
    value  = true
    safe   = false
  }
}

policy_metadata "aws-config-recorder-on" {
  demand   = "audit-log-enabled"
  severity = "medium"
  title = {
    de = "Der Recorder von AWS Config läuft"
    en = "The recorder of AWS Config runs"
  }
  description = {
    de = "Ein Recorder zeichnet erst auf, wenn aws_config_configuration_recorder_status ihn einschaltet. Fehlt diese Ressource, sieht alles richtig aus und nichts wird aufgezeichnet."
    en = "A recorder records only once aws_config_configuration_recorder_status switches it on. Without that resource all looks right and nothing is recorded."
  }
  applies_to = [
    "resource_policy.aws_config_configuration_recorder.has_status",
    "resource_policy.aws_config_configuration_recorder_status.runs",
  ]
  links = {
    "Provider: aws_config_configuration_recorder_status" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/config_configuration_recorder_status#is_enabled-1"
    "AWS: managing the configuration recorder"           = "https://docs.aws.amazon.com/config/latest/developerguide/stop-start-recorder.html"
  }

  fix "switch-on" {
    title = {
      de = "Recorder einschalten"
      en = "Switch the recorder on"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_config_configuration_recorder_status" "${name}" {
        name       = ${address}.name
        is_enabled = true
      }
    EOT
    safe    = false
  }
}
