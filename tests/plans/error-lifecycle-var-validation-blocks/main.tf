variable "x" {
  default = 1
  validation {
    condition = var.x == 2
    error_message = "no"
  }
}
resource "terraform_data" "a" {
  input = var.x
  lifecycle {
    precondition {
      condition = var.x == 2
      error_message = "no"
    }
  }
}
resource "terraform_data" "b" {
  lifecycle {
    precondition {
      condition = terraform_data.c.input == 3
      error_message = "no"
    }
  }
}
resource "terraform_data" "c" {
  input = 4
}
