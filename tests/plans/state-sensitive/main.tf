variable "s" {
  default = "v"
  sensitive = true
}
resource "terraform_data" "same" {
  input = var.s
}
resource "terraform_data" "marked" {
  input = var.s
}
resource "terraform_data" "open" {
  input = "v"
}
resource "terraform_data" "part" {
  input = { a = var.s, b = 1 }
}
resource "terraform_data" "uses" {
  input = terraform_data.same.output
}
