resource "terraform_data" "a" {
  count = tonumber("x")
  input = file("nope")
}
resource "terraform_data" "b" {
  input = terraform_data.a[0].id
  triggers_replace = file("nope")
}
