variable "n" {
  default = 2
  ephemeral = true
}
resource "terraform_data" "a" {
  count = var.n
}
