provider "terraform" {
  alias = 1
}
