resource "terraform_data" "a" {
}
import {
  to = terraform_data.a
  id = "x"
  provider = terraform.x
}
variable "v" {
  default = "q"
}
output "o" {
  value = tonumber(var.v)
}
