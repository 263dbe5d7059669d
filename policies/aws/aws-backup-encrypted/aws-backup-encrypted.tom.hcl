policy_metadata "aws-backup-encrypted" {
  demand   = "backup-encrypted"
  severity = "high"
  title = {
    de = "Backups auf AWS sind verschlüsselt"
    en = "Backups on AWS are encrypted"
  }
  description = {
    de = "Automatische Backups haben die Verschlüsselung des Speichers, Snapshots die ihrer Quelle. Kopien können verschlüsselt werden, auch wenn die Quelle es nicht ist. Liegt die Quelle außerhalb der Konfiguration, ist das Ergebnis offen. Tresore von AWS Backup verschlüsseln immer und werden nicht beurteilt."
    en = "Automatic backups have the encryption of the storage, snapshots that of their source. Copies can be encrypted even if the source is not. If the source lies outside the configuration, the result is open. Vaults of AWS Backup always encrypt and are not judged."
  }
  links = {
    "Provider: aws_db_snapshot_copy"  = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_snapshot_copy#kms_key_id-1"
    "Provider: aws_ebs_snapshot_copy" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_snapshot_copy#encrypted-1"
    "AWS: encrypting RDS resources"   = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html"
  }

  fix "encrypt-backup" {
    title = {
      de = "Quelle oder Kopie verschlüsseln"
      en = "Encrypt the source or the copy"
    }
    action = "describe"
  }
}
