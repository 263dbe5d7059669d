variable "a" {
  default = "1"
  ephemeral = true
}
output "a" {
  value = var.a
  ephemeral = true
}
