resource "terraform_data" "x" {
}
removed {
  from = terraform_data.x
}
