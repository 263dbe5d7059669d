provider "terraform" {
  alias = ""
}
