variable "a" {
  default = 1
  validation {
    condition = var.a == 2
    error_message = [var.a]
  }
}
