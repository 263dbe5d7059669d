provider "terraform" {
  region = 1
}
resource "terraform_data" "x" {
}
