variable "longest" {
  description = "Longest time that a backup may stay; has no default."
  type        = number
}

resource "aws_backup_vault" "daily" {
  name = "daily"
}

resource "aws_backup_vault_lock_configuration" "daily" {
  backup_vault_name  = aws_backup_vault.daily.name
  max_retention_days = var.longest
}
