module "m" {
  source = "./m"
}
module "outer" {
  source = "./outer"
}
moved {
  from = terraform_data.x
  to = module.m.terraform_data.x
}
moved {
  from = module.old
  to = module.outer.module.inner["k"]
}
output "id" {
  value = module.m.id
}
