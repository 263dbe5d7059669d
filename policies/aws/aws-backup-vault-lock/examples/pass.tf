resource "aws_backup_vault" "daily" {
  name = "daily"
}

resource "aws_backup_vault_lock_configuration" "daily" {
  backup_vault_name  = aws_backup_vault.daily.name
  min_retention_days = 7
  max_retention_days = 14
}
