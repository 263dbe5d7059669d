variable "s" {
  default = ["x"]
  type = set(string)
  sensitive = true
}
resource "terraform_data" "a" {
  for_each = toset(["x"])
}
import {
  for_each = var.s
  to = terraform_data.a[each.key]
  id = each.value
}
