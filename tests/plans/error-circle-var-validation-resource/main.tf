variable "a" {
  default = 1
  validation {
    condition = var.a == terraform_data.x.input
    error_message = "no"
  }
}
resource "terraform_data" "x" {
  input = var.a
}
