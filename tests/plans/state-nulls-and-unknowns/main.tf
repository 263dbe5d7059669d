variable "v" {
  default = null
}
resource "terraform_data" "new" {
}
resource "terraform_data" "null" {
  input = var.v
}
resource "terraform_data" "empty" {
  input = {}
}
resource "terraform_data" "set" {
  input = toset(["b", "a"])
}
resource "terraform_data" "part" {
  input = { a = 1, b = terraform_data.new.id }
}
resource "terraform_data" "num" {
  input = 1
}
