terraform {
  required_providers {
    foo = {
      source = "a/terraform-provider-x"
    }
  }
}
