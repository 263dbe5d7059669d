variable "v" {
  default = 1
}
resource "terraform_data" "x" {
  input = var.v
}
output "id" {
  value = terraform_data.x.id
}
output "out" {
  value = terraform_data.x.output
}
