variable "x" {
  default = "a"
}
resource "terraform_data" "a" {
  lifecycle {
    precondition {
      condition = var.x == "a"
      error_message = tonumber(var.x)
    }
  }
}
output "o" {
  value = 1
  precondition {
    condition = var.x == "a"
    error_message = [var.x]
  }
}
