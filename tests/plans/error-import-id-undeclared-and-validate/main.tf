resource "terraform_data" "a" {
}
import {
  to = terraform_data.a
  id = var.nope2
}
output "o" {
  value = var.nope
}
