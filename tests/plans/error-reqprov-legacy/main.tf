terraform {
  required_providers {
    foo = {
      source = "-/foo"
    }
  }
}
