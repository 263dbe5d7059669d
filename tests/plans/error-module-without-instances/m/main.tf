locals {
  a = 1 + "x"
}
resource "terraform_data" "a" {
  input = upper([])
}
output "o" {
  value = {}.a
}
