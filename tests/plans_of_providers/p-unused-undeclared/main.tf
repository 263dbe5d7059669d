provider "aws" {
  region = var.nope
}
