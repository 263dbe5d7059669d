data "terraform_remote_state" "s" {
  backend   = "local"
  workspace = "blue"
  config = {
    workspace_dir = "states"
  }
  defaults = { b = 1 }
}
output "o" { value = data.terraform_remote_state.s.outputs }
