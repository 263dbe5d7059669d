variable "a" {
  default = 1
}
resource "terraform_data" "x" {
  input = var.a
  lifecycle {
    precondition {
      condition     = var.a > 5
      error_message = "no"
    }
  }
}
