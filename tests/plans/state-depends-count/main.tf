resource "terraform_data" "x" {
  input = 2
}
resource "terraform_data" "y" {
  count = terraform_data.x.input
}
resource "terraform_data" "z" {
  count = terraform_data.x.output
}
