resource "terraform_data" "a" {
}
import {
  to = terraform_data.a
  id = "x"
}
output "o" {
  value = terraform_data.a
}
