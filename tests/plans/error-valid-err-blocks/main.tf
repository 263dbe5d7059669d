locals {
  a = var.nope
}
output "x" {
  value = [local.a, var.nope2]
}
