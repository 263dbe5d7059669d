# Forces every backup to stay for a year, finally after three days.
resource "aws_backup_vault" "archive" {
  name = "archive"
}

resource "aws_backup_vault_lock_configuration" "archive" {
  backup_vault_name   = aws_backup_vault.archive.name
  changeable_for_days = 3
  min_retention_days  = 365
}
