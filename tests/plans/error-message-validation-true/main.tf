variable "x" {
  default = "a"
  validation {
    condition = var.x == "a"
    error_message = [var.x]
  }
}
variable "y" {
  default = "a"
  validation {
    condition = var.y == "a"
    error_message = tonumber(var.y)
  }
}
