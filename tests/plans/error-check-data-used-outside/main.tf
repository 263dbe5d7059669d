check "c" {
  data "terraform_remote_state" "a" {
    backend = "local"
    config = { path = "nope.tfstate" }
  }
  assert {
    condition = data.terraform_remote_state.a.outputs.x == 1
    error_message = "x"
  }
}
output "o" {
  value = data.terraform_remote_state.a.outputs
}
