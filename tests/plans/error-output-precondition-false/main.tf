variable "a" {
  default = 1
}
output "o" {
  value = var.a
  precondition {
    condition     = var.a > 5
    error_message = "no"
  }
}
