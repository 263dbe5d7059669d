terraform {
  required_providers {
    foo = {
      source = "a_b/x"
    }
  }
}
