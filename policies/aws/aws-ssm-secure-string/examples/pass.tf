variable "password" {
  description = "Password of the database; given by the pipeline."
  type        = string
  sensitive   = true
}

resource "aws_ssm_parameter" "password" {
  name  = "/orders/db/password"
  type  = "SecureString"
  value = var.password
}

resource "aws_ssm_parameter" "log_level" {
  name  = "/orders/log-level"
  type  = "String"
  value = "info"
}
