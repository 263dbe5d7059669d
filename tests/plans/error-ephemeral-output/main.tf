variable "s" {
  default = "x"
  ephemeral = true
}
output "o" {
  value = var.s
}
