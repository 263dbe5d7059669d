resource "terraform_data" "x" {
}
moved {
  from = terraform_data.x
  to   = terraform_data.x
}
