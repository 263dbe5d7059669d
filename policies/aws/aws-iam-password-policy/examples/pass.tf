# Long, and nothing else.
resource "aws_iam_account_password_policy" "account" {
  minimum_password_length   = 15
  password_reuse_prevention = 24
}

resource "aws_iam_user" "break_glass" {
  name = "break-glass"
}

resource "aws_iam_user_login_profile" "break_glass" {
  user                    = aws_iam_user.break_glass.name
  password_reset_required = true
}
