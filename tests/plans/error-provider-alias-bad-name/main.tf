provider "terraform" {
  alias = "bad name"
}
