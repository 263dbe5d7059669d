variable "schedule" {
  description = "When backups are made; has no default."
  type        = string
}

resource "aws_backup_vault" "main" {
  name = "main"
}

resource "aws_backup_plan" "main" {
  name = "main"

  rule {
    rule_name         = "main"
    target_vault_name = aws_backup_vault.main.name
    schedule          = var.schedule

    lifecycle {
      delete_after = 14
    }
  }
}

resource "aws_backup_selection" "all" {
  name         = "all"
  plan_id      = aws_backup_plan.main.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = ["*"]
}
