variable "x" {
  default = 1
  validation {
    condition = var.x >= length(terraform_data.a)
    error_message = "no"
  }
}
resource "terraform_data" "a" {
  count = var.x
}
