variable "v" {
  validation {
    condition     = var.v > 2
    error_message = "no"
  }
}
