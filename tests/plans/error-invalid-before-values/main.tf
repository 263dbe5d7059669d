variable "l" {
  default = []
}
resource "terraform_data" "x" {
  inpt = 1
}
output "o" {
  value = var.l[0]
}
