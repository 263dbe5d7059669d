resource "terraform_data" "x" {
  input = "x"
}
output "id" {
  value = terraform_data.x.id
}
