policy_metadata "aws-backup-vault-lock" {
  demand   = "tamper-proof-storage"
  severity = "medium"
  title = {
    de = "Backup-Tresore sind gesperrt"
    en = "Backup vaults are locked"
  }
  description = {
    de = "Mit einer Sperre (Vault Lock) löscht niemand aus Versehen Backups vor ihrem Ablauf; mit changeable_for_days wird sie endgültig und hält auch einen Angreifer mit Administratorrechten auf. Die TOM sagt manipulationssichere Speicherung ausdrücklich nur für Protokolle zu, deshalb ein Hinweis."
    en = "With a vault lock nobody deletes backups by accident before they expire; with changeable_for_days it becomes final and stops even an intruder with an administrator's rights. The TOM promises tamper-proof storage explicitly for logs only, hence a hint."
  }
  applies_to = [
    "resource_policy.aws_backup_vault.locked",
  ]
  links = {
    "Provider: aws_backup_vault_lock_configuration" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_vault_lock_configuration"
    "AWS: Backup Vault Lock"                        = "https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html"
  }

  fix "lock-vault" {
    title = {
      de = "Tresor sperren"
      en = "Lock the vault"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_backup_vault_lock_configuration" "${name}" {
        backup_vault_name  = ${address}.name
        max_retention_days = 14
      }
    EOT
    safe    = false
  }
}

policy_metadata "aws-backup-vault-lock-retention" {
  demand   = "backup-retention-max"
  severity = "high"
  title = {
    de = "Sperren von Backup-Tresoren enden nach 14 Tagen"
    en = "Locks of backup vaults end after 14 days"
  }
  description = {
    de = "Eine Sperre mit zu langer Mindestdauer macht die Löschung unmöglich: Nach Ablauf der Karenzzeit (changeable_for_days) kann sie niemand mehr verkürzen. Ohne max_retention_days lässt die Sperre außerdem Backups zu, die nie verfallen."
    en = "A lock with too long a minimum makes erasure impossible: once the cooling-off period (changeable_for_days) is over, nobody can shorten it. Without max_retention_days the lock also admits backups that never expire."
  }
  applies_to = [
    "resource_policy.aws_backup_vault_lock_configuration.lock_not_longer_than_promised",
    "resource_policy.aws_backup_logically_air_gapped_vault.lock_not_longer_than_promised",
  ]
  inputs = {
    backup_retention_max_days = param.backup_retention_max_days
  }
  links = {
    "Provider argument"      = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_vault_lock_configuration#max_retention_days-1"
    "AWS: Backup Vault Lock" = "https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html"
  }

  fix "bound-lock" {
    title = {
      de = "Höchstdauer der Sperre setzen"
      en = "Set the longest retention of the lock"
    }
    action = "set_argument"
    path   = "max_retention_days"
    value  = param.backup_retention_max_days
    safe   = false
  }
}
