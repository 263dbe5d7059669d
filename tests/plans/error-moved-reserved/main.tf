resource "terraform_data" "b" {}
moved {
  from = var.x
  to   = terraform_data.b
}
