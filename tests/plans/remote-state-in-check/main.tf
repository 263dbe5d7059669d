check "c" {
  data "terraform_remote_state" "s" {
    backend = "local"
    config = { path = "nope.json" }
  }
  assert {
    condition     = data.terraform_remote_state.s.outputs.a == "z"
    error_message = "x"
  }
}
