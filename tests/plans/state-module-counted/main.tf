module "m" {
  source = "./m"
  count = 1
}
module "n" {
  source = "./m"
  for_each = toset(["k"])
}
moved {
  from = module.m
  to = module.m[0]
}
moved {
  from = module.n
  to = module.n["k"]
}
