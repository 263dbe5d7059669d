resource "terraform_data" "a" {
  lifecycle {
    precondition {
      condition = terraform_data.b.id != ""
      error_message = "x"
    }
  }
}
resource "terraform_data" "b" {
  input = terraform_data.a.id
}
