variable "n" {
  type = list(number)
}
output "o" {
  value = tonumber("${path.module}y")
}
