variable "x" {
}
output "y" {
  value = [var.x, var.nope4]
}
output "z" {
  value = 1
}
