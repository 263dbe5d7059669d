variable "mfa" {
  description = "Whether a second factor is demanded: ON, OPTIONAL or OFF; has no default."
  type        = string
}

resource "aws_cognito_user_pool" "staff" {
  name              = "staff"
  mfa_configuration = var.mfa
}
