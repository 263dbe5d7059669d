module "m" {
  source = "./m"
  n = var.nope
}
