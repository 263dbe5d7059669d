resource "terraform_data" "x" {
}
output "v" {
  value = terraform_data.x.id
}
