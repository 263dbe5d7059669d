policy_metadata "aws-transit-encryption" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "Dienste, die Daten bewegen, übertragen verschlüsselt"
    en = "Services that move data transfer it encrypted"
  }
  description = {
    de = "Für RDS Proxy, DataSync, Redshift, DMS, EFS-Volumes in ECS, MSK Connect und Transfer Family ist jeweils der eine Schalter gesetzt, von dem die Verschlüsselung der Übertragung abhängt. Bei den meisten ist sie aus, solange man nichts angibt."
    en = "For RDS Proxy, DataSync, Redshift, DMS, EFS volumes in ECS, MSK Connect and Transfer Family the one switch is set on which the encryption of transfers depends. For most of them it is off until something is said."
  }
  applies_to = [
    "resource_policy.aws_*.switch_on",
    "resource_policy.aws_transfer_server.no_ftp",
    "resource_policy.aws_redshift_parameter_group.redshift_requires_ssl",
    "resource_policy.aws_redshiftserverless_workgroup.redshift_serverless_requires_ssl",
    "resource_policy.aws_dms_endpoint.dms_ssl",
    "resource_policy.aws_dms_endpoint.dms_kafka_and_redis",
    "resource_policy.aws_ecs_task_definition.efs_volumes",
    "resource_policy.aws_mskconnect_connector.connector_tls",
  ]
  links = {
    "Provider: aws_db_proxy"              = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_proxy#require_tls-1"
    "Provider: aws_dms_endpoint"          = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dms_endpoint#ssl_mode-1"
    "Provider: aws_ecs_task_definition"   = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition#efs_volume_configuration"
    "AWS: TLS for Redshift"               = "https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html"
    "AWS: TLS for DMS"                    = "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Security.SSL.html"
    "AWS: encryption of EFS in transit"   = "https://docs.aws.amazon.com/efs/latest/ug/encryption-in-transit.html"
    "AWS: data protection in MSK Connect" = "https://docs.aws.amazon.com/msk/latest/developerguide/msk-connect.html"
  }

  fix "switch-on" {
    title = {
      de = "Den in der Meldung genannten Schalter setzen"
      en = "Set the switch that the message names"
    }
    action = "describe"
  }
}

policy_metadata "aws-transfer-security-policy" {
  demand   = "tls-1-2"
  severity = "medium"
  title = {
    de = "Transfer-Server verwenden eine aktuelle Sicherheitsrichtlinie"
    en = "Transfer servers use a current security policy"
  }
  description = {
    de = "Ohne Angabe setzt der Provider TransferSecurityPolicy-2018-11, die schwache SSH-Verfahren zulässt. TLS 1.2 sprechen alle."
    en = "Without one the provider sets TransferSecurityPolicy-2018-11, which admits weak SSH algorithms. All of them speak TLS 1.2."
  }
  applies_to = ["resource_policy.aws_transfer_server.current_policy"]
  links = {
    "Provider: security_policy_name"            = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/transfer_server#security_policy_name-1"
    "AWS: security policies of Transfer Family" = "https://docs.aws.amazon.com/transfer/latest/userguide/security-policies.html"
  }

  fix "set-security-policy" {
    title = {
      de = "Aktuelle Sicherheitsrichtlinie setzen"
      en = "Set a current security policy"
    }
    action = "set_argument"
    path   = "security_policy_name"
    value  = "TransferSecurityPolicy-2024-01"
    safe   = false
  }
}
