variable "a" {
  type = string
  default = "abc"
}
output "a" {
  value = var.a
}
