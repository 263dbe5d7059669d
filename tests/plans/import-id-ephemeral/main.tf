variable "s" {
  default = "x"
  ephemeral = true
}
resource "terraform_data" "a" {
}
import {
  to = terraform_data.a
  id = var.s
}
