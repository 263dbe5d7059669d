resource "terraform_data" "a" {
  input = 2
}
resource "terraform_data" "x" {
  lifecycle {
    prevent_destroy = true
    replace_triggered_by = [terraform_data.a]
  }
}
