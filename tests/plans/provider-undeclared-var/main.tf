provider "terraform" {
  alias = "q"
  foo = var.v
}
