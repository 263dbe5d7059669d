variable "l" {
  type    = list(string)
  default = ["a"]
}
resource "terraform_data" "x" {
  count = 0
  input = var.l + 1
}
