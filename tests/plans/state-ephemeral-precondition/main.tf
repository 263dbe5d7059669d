resource "terraform_data" "x" {
  input = 1
}
resource "terraform_data" "y" {
  input = 2
  lifecycle {
    precondition {
      condition = terraform_data.x.output > 1
      error_message = "too small"
    }
  }
}
