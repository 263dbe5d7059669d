# Composition rules and expiry instead of length; without minimum_password_length six characters are admitted.
resource "aws_iam_account_password_policy" "account" {
  require_lowercase_characters = true
  require_uppercase_characters = true
  require_numbers              = true
  require_symbols              = true
  max_password_age             = 90
}
