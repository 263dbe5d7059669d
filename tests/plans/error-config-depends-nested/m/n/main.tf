provider "terraform" {
  region = 1
}
