module "m" {
  source = "./m"
  depends_on = [module.m]
}
