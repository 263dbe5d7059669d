data "terraform_remote_state" "s" {
  backend   = "local"
  config = { path = "s.json" }
}
output "o" { value = data.terraform_remote_state.s.outputs.nope }
