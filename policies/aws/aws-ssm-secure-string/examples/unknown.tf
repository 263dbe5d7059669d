variable "type" {
  description = "Type of the parameter; has no default."
  type        = string
}

variable "token" {
  description = "Token of the service; given by the pipeline."
  type        = string
  sensitive   = true
}

resource "aws_ssm_parameter" "token" {
  name  = "/orders/payment/token"
  type  = var.type
  value = var.token
}
