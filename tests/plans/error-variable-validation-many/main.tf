variable "a" {
  default = 1
  validation {
    condition = var.a > 1
    error_message = "one"
  }
  validation {
    condition = var.a > 2
    error_message = "two"
  }
}
variable "b" {
  default = 1
  validation {
    condition = var.b > 1
    error_message = "three"
  }
}
output "x" {
  value = tonumber("${var.a}x")
}
