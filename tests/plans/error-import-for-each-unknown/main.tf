resource "terraform_data" "x" {
}
resource "terraform_data" "y" {
  count = 1
}
import {
  for_each = toset([terraform_data.x.id])
  to = terraform_data.y[0]
  id = each.value
}
