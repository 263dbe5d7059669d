module "m" {
  source = "./m"
  x = var.nope
}
output "o" {
  value = module.m
  depends_on = [var.nope2]
}
output "p" {
  value = [module.m.z, var.nope3]
}
