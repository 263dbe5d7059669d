module "a" {
  source = "./m"
  v = 2
}
module "b" {
  source = "./m"
  v = module.a.out
}
module "c" {
  source = "./m"
  v = module.a.id
}
output "o" {
  value = [module.a.out, module.b.out, module.c.out]
}
