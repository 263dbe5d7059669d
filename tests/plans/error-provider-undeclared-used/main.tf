provider "terraform" {
  alias = "q"
  foo = var.v
}
resource "terraform_data" "x" {
  provider = terraform.q
  input = var.nope
}
