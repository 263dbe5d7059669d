variable "path" {}
data "terraform_remote_state" "s" {
  backend = "local"
  config  = { path = var.path }
}
output "v" { value = data.terraform_remote_state.s.outputs.a }
