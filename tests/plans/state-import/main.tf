resource "terraform_data" "known" {
  input = 1
}
resource "terraform_data" "plain" {
}
resource "terraform_data" "full" {
  input = 1
  triggers_replace = 1
}
resource "terraform_data" "many" {
  for_each = toset(["a", "b"])
  input = each.key
}
locals {
  ids = { a = "1" }
}
import {
  to = terraform_data.known
  id = "other"
}
import {
  to = terraform_data.plain
  id = "p"
}
import {
  to = terraform_data.full
  id = "f"
}
import {
  for_each = local.ids
  to = terraform_data.many[each.key]
  id = "id-${each.value}"
}
output "id" {
  value = terraform_data.plain.id
}
