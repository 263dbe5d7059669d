module "inner" {
  source = "../m"
  for_each = toset(["k", "l"])
}
