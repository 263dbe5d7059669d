resource "terraform_data" "a" {
  input = { n = 1, l = ["x"] }
}
resource "terraform_data" "b" {
  input = terraform_data.a.id
}
output "o" {
  value = terraform_data.b.output
}
