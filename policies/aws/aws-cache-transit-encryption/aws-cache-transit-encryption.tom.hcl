policy_metadata "aws-cache-transit-encryption" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "Caches übertragen nur verschlüsselt"
    en = "Caches transfer over TLS alone"
  }
  description = {
    de = "ElastiCache überträgt im Klartext, solange transit_encryption_enabled nicht gesetzt ist; im Modus preferred nimmt eine Gruppe trotz Verschlüsselung auch unverschlüsselte Clients an. MemoryDB verschlüsselt von Haus aus."
    en = "ElastiCache transfers in plain text until transit_encryption_enabled is set; in mode preferred a group takes plain clients in spite of it. MemoryDB encrypts by default."
  }
  links = {
    "Provider: aws_elasticache_replication_group" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group"
    "AWS: in-transit encryption of ElastiCache"   = "https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/in-transit-encryption.html"
    "AWS: in-transit encryption of MemoryDB"      = "https://docs.aws.amazon.com/memorydb/latest/devguide/in-transit-encryption.html"
  }

  fix "enable-transit-encryption" {
    title = {
      de = "Verschlüsselung bei der Übertragung einschalten (ältere Redis-Versionen ersetzen die Gruppe dabei)"
      en = "Switch the encryption in transit on (older Redis versions replace the group)"
    }
    action = "set_argument"
    path   = "transit_encryption_enabled"
    value  = true
    safe   = false
  }
}
