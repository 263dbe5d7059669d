resource "terraform_data" "kept" {
}
removed {
  from = terraform_data.old
  lifecycle {
    destroy = false
  }
}
