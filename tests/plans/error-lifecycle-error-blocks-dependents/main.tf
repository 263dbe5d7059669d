locals {
  a = file("nope")
  b = file("nope2")
}
resource "terraform_data" "a" {
  input = local.a
}
resource "terraform_data" "b" {
  input = [local.b, terraform_data.a.id, file("nope3")]
}
output "o" {
  value = [terraform_data.b.id, file("nope4")]
}
