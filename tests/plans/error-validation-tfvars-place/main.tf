variable "a" {
  type = number
  validation {
    condition = var.a > 1
    error_message = "one"
  }
}
