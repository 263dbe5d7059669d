resource "terraform_data" "a" {
  input = length(5)
}
resource "terraform_data" "b" {
  for_each = toset([])
  input = jsondecode("{")
}
