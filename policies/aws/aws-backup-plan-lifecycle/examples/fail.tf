resource "aws_backup_vault" "weekly" {
  name = "weekly"
}

# Only on Sundays, and for ever: no lifecycle.
resource "aws_backup_plan" "weekly" {
  name = "weekly"

  rule {
    rule_name         = "weekly"
    target_vault_name = aws_backup_vault.weekly.name
    schedule          = "cron(0 5 ? * SUN *)"
  }
}
