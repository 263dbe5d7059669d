provider "terraform" {
  alias = "x"
}
resource "terraform_data" "a" {
  provider = terraform.x
}
import {
  to = terraform_data.a
  id = "x"
  provider = terraform.x
}
