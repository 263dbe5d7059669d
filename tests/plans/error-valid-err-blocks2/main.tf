resource "terraform_data" "a" {
  inptu = 1
}
output "x" {
  value = [terraform_data.a.id, var.nope2]
}
resource "terraform_data" "b" {
  input = terraform_data.a.id
  inptu = 2
}
