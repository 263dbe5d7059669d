resource "terraform_data" "a" {
}
import {
  to = terraform_data.a
  id = null
}
variable "v" {
  default = "q"
}
output "o" {
  value = tonumber(var.v)
}
output "p" {
  value = [terraform_data.a.id, tonumber(var.v)]
}
