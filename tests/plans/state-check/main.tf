resource "terraform_data" "x" {
  input = 1
}
check "c" {
  assert {
    condition = terraform_data.x.output == 2
    error_message = "not two"
  }
}
