terraform {
  backend "local" {
    path = "states/here.json"
  }
}
resource "terraform_data" "x" {
  input = 1
}
