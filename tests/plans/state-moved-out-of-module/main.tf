resource "terraform_data" "x" {
  for_each = { only = 1 }
  input = each.value
}
moved {
  from = module.m.terraform_data.x
  to = terraform_data.x["only"]
}
