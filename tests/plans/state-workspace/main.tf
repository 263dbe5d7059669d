resource "terraform_data" "x" {
  input = terraform.workspace
}
