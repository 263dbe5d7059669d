variable "e" {
  ephemeral = true
  default = "x"
}
output "o" {
  value = ephemeralasnull(var.e)
}
output "p" {
  value = ephemeralasnull({ a = var.e, b = 1 })
}
