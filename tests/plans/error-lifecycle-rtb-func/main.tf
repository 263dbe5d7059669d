resource "terraform_data" "a" {
  lifecycle {
    replace_triggered_by = [lower(terraform_data.b)]
  }
}
resource "terraform_data" "b" {
}
