module "a" {
  source = "./m"
  depends_on = [module.b]
}
module "b" {
  source = "./m"
  depends_on = [module.a]
}
