data "terraform_remote_state" "s" {
  backend = "local"
  config = { path = "s.json" }
}
output "w" { value = data.terraform_remote_state.s }
