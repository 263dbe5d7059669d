resource "terraform_data" "c" {
  input = 1
}
resource "terraform_data" "k" {
  for_each = { zero = 0, one = 1 }
  input = each.value
}
moved {
  from = terraform_data.b
  to = terraform_data.c
}
moved {
  from = terraform_data.a
  to = terraform_data.b
}
moved {
  from = terraform_data.k[0]
  to = terraform_data.k["zero"]
}
moved {
  from = terraform_data.k[1]
  to = terraform_data.k["one"]
}
