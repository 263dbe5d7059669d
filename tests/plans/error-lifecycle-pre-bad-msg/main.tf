variable "x" {
  default = "a"
}
resource "terraform_data" "a" {
  lifecycle {
    precondition {
      condition = var.x == "b"
      error_message = "no ${var.x.y}"
    }
  }
}
