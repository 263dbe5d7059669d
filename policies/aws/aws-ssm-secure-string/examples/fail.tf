variable "password" {
  description = "Password of the database; given by the pipeline."
  type        = string
  sensitive   = true
}

resource "aws_ssm_parameter" "password" {
  name  = "/orders/db/password"
  type  = "String"
  value = var.password
}
