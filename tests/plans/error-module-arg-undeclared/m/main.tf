variable "n" {
  type = number
}
output "z" {
  value = var.n + var.alsonope
}
