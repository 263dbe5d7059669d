locals {
  a = module.m.x
}
module "m" {
  source = "./m"
  v = local.a
}
