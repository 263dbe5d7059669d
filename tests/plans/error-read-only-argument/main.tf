resource "terraform_data" "x" {
  id = "a"
}
