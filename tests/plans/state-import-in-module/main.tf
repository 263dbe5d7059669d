resource "terraform_data" "a" {
  input = "the-id"
}
module "m" {
  source = "./m"
  count = 2
}
import {
  to = module.m[1].terraform_data.x
  id = terraform_data.a.output
}
output "ids" {
  value = module.m[*].id
}
