module "n" {
  source = "./m"
  for_each = toset(["a", "b"])
  v = each.key
}
moved {
  from = module.m
  to = module.n
}
