variable "x" {
  default = "a"
}
output "o" {
  value = 1
  precondition {
    condition = var.x == "a"
    error_message = null
  }
}
