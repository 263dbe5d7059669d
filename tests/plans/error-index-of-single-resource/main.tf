resource "terraform_data" "x" {
}
output "o" {
  value = terraform_data.x[0].id
}
