terraform {
  required_providers {
    terraform = {
      source = "terraform.io/builtin/terraform"
      configuration_aliases = [terraform.east]
    }
  }
}
resource "terraform_data" "x" {
  provider = terraform.east
}
