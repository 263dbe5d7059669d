variable "x" {
  default = 1
}
resource "terraform_data" "a" {
  lifecycle {
    precondition {
      condition = var.x == 2
      error_message = "no"
    }
  }
}
resource "terraform_data" "b" {
  input = terraform_data.a.id
  lifecycle {
    precondition {
      condition = var.x == 3
      error_message = "no"
    }
  }
}
output "o" {
  value = terraform_data.b.id
  precondition {
    condition = var.x == 4
    error_message = "no"
  }
}
