variable "x" {
  default = "a"
}
resource "terraform_data" "a" {
  input = tonumber(var.x)
  lifecycle {
    precondition {
      condition = var.x == "b"
      error_message = "no"
    }
  }
}
