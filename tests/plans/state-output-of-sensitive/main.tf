variable "s" {
  default = "v"
  sensitive = true
}
output "a" {
  value = "v"
}
output "b" {
  value = var.s
  sensitive = true
}
output "c" {
  value = { x = "w" }
  sensitive = true
}
