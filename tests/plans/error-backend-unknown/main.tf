terraform {
  backend "nope" {
  }
}
