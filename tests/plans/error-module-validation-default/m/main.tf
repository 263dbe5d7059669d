variable "n" {
  type = number
  default = 1
  validation {
    condition = var.n > 1
    error_message = "x"
  }
}
