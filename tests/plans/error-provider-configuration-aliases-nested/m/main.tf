terraform {
  required_providers {
    terraform = {
      source = "terraform.io/builtin/terraform"
      configuration_aliases = [terraform.a]
    }
  }
}
module "n" {
  source = "./n"
  providers = {
    terraform = terraform.a
  }
}
