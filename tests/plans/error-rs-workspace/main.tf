data "terraform_remote_state" "a" {
  backend = "local"
  workspace = "dev"
  config = { path = "s.tfstate", workspace_dir = "ws" }
}
output "o" {
  value = data.terraform_remote_state.a.outputs
}
