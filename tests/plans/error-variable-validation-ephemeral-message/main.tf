variable "a" {
  ephemeral = true
  validation {
    condition = var.a == "y"
    error_message = "bad ${var.a}"
  }
}
