check "c" {
  data "terraform_remote_state" "a" {
    backend = "local"
    config = { path = "s.tfstate" }
    defaults = { a = "x", b = [1, 2], c = { d = 1 } }
    workspace = "default"
  }
  assert {
    condition = data.terraform_remote_state.a.outputs.x == 1
    error_message = "x"
  }
}
