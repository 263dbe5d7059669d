resource "terraform_data" "x" {
  input = 1
  lifecycle {
    postcondition {
      condition = self.output == 2
      error_message = "not two"
    }
  }
}
