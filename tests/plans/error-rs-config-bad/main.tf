data "terraform_remote_state" "a" {
  backend = "local"
  config = { pth = "s.tfstate" }
}
