check "c" {
  data "terraform_remote_state" "a" {
    backend = "local"
    config = { path = "s.tfstate" }
  }
  assert {
    condition = data.terraform_remote_state.a.outputs.x == 1
    error_message = "x"
  }
}
