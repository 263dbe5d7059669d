module "m" {
  source = "./m"
  count = 1
}
import {
  to = module.m[0].terraform_data.a
  id = "x"
}
