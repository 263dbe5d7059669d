terraform {
  required_providers {
    foo = {
      source = "hashicorp/foo"
    }
  }
}
