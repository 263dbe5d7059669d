variable "k" {
  default = "x"
}
resource "terraform_data" "a" {
  for_each = toset(["x"])
}
import {
  to = terraform_data.a[var.k]
  id = "x"
}
