data "terraform_remote_state" "x" {
  backend = "local"
  config = { path = "x" }
  depends_on = [terraform_data.y]
}
resource "terraform_data" "y" {
  input = data.terraform_remote_state.x.outputs
}
