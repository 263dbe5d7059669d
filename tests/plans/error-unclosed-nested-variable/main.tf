variable "a" {
  validation {
    condition = var.a == 1
    error_message = "x"
}
output "o" {
  value = 1
}
