variable "s" {
  sensitive = true
  default = 1
}
output "a" {
  value = var.s
}
output "b" {
  value = var.t
}
