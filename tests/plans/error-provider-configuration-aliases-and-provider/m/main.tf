terraform {
  required_providers {
    terraform = {
      source = "terraform.io/builtin/terraform"
      configuration_aliases = [terraform.a]
    }
  }
}
provider "terraform" {
  alias = "a"
}
