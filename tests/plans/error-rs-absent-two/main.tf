data "terraform_remote_state" "a" {
  backend = "local"
  config = { path = "s.tfstate" }
}
data "terraform_remote_state" "b" {
  backend = "local"
  config = {
    path = "t.tfstate"
  }
}
output "o" {
  value = [data.terraform_remote_state.b.outputs.x, file("nope")]
}
