resource "terraform_data" "a" {
  input = { a = 1 }
  triggers_replace = ["x"]
}
import {
  to = terraform_data.a
  id = "x"
}
output "o" {
  value = terraform_data.a
}
