import {
  to = terraform_data.a
  id = "x"
}
output "o" {
  value = var.nope
}
