policy_metadata "aws-encryption-at-rest" {
  demand   = "encryption-at-rest"
  severity = "high"
  title = {
    de = "Gespeicherte Daten auf AWS sind verschlüsselt"
    en = "Data stored on AWS is encrypted"
  }
  description = {
    de = "Datenbanken, Dateisysteme, Datenströme, Suchdomänen und Arbeitsplätze, die sich unverschlüsselt betreiben lassen, sind verschlüsselt; die Schlüssel verwaltet KMS. Nicht gesetzt heißt bei fast allen: unverschlüsselt. Ausnahmen kennt die Regel: Valkey und Aurora Serverless v1 verschlüsseln immer, Replikate und Wiederherstellungen übernehmen die Verschlüsselung ihrer Quelle. Ohne Angabe bleibt Redshift offen, weil der Provider seine Voreinstellung mit Version 6 gewechselt hat. Dienste, die immer verschlüsseln (S3, DynamoDB, SNS, FSx, MSK), werden nicht beurteilt."
    en = "Databases, file systems, streams, search domains and workplaces that can be run unencrypted are encrypted; KMS manages the keys. For nearly all of them, not set means unencrypted. The rule knows the exceptions: Valkey and Aurora Serverless v1 always encrypt, replicas and restores take over the encryption of their source. Redshift stays open if nothing is stated, because the provider changed its default with version 6. Services that always encrypt (S3, DynamoDB, SNS, FSx, MSK) are not judged."
  }
  applies_to = [
    "resource_policy.aws_*.switched_on",
    "resource_policy.aws_*.switched_on_in_block",
    "resource_policy.aws_db_instance.instance_encrypted",
    "resource_policy.aws_rds_cluster.cluster_encrypted",
    "resource_policy.aws_redshift_cluster.warehouse_encrypted",
    "resource_policy.aws_elasticache_replication_group.cache_encrypted",
    "resource_policy.aws_sqs_queue.queue_encrypted",
  ]
  links = {
    "Provider: aws_db_instance"     = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance#storage_encrypted-1"
    "Provider: aws_efs_file_system" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/efs_file_system#encrypted-1"
    "AWS: encrypting RDS resources" = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html"
  }

  fix "encrypt" {
    title = {
      de = "Verschlüsselung einschalten; bestehende Datenbanken müssen dafür aus einem verschlüsselten Snapshot neu angelegt werden"
      en = "Switch encryption on; existing databases have to be recreated from an encrypted snapshot"
    }
    action = "describe"
  }

  version_note ">= 6.0.0" {
    provider = "hashicorp/aws"
    note = {
      de = "aws_redshift_cluster.encrypted ist ohne Angabe true, vorher false."
      en = "aws_redshift_cluster.encrypted is true unless stated, and was false before."
    }
  }
}

policy_metadata "aws-api-gateway-cache-encryption" {
  demand   = "encryption-at-rest"
  severity = "medium"
  title = {
    de = "Zwischengespeicherte API-Antworten sind verschlüsselt"
    en = "Cached API responses are encrypted"
  }
  description = {
    de = "Speichert API Gateway Antworten zwischen, liegen darin dieselben Daten wie in der Datenbank dahinter. Die Verschlüsselung des Zwischenspeichers ist voreingestellt aus."
    en = "Where API Gateway caches responses, they hold the same data as the database behind. The encryption of the cache is off by default."
  }
  applies_to = [
    "resource_policy.aws_api_gateway_method_settings.response_cache_encrypted",
  ]
  links = {
    "Provider: aws_api_gateway_method_settings" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/api_gateway_method_settings#cache_data_encrypted-1"
    "AWS: API caching"                          = "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html"
  }

  fix "encrypt-cache" {
    title = {
      de = "Zwischenspeicher verschlüsseln"
      en = "Encrypt the cache"
    }
    action = "set_argument"
    path   = "settings[0].cache_data_encrypted"
    value  = true
    safe   = false
  }
}
