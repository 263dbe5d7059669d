resource "terraform_data" "a" {
  input = "1"
}
resource "terraform_data" "b" {
  triggers_replace = tolist(["a"])
}
resource "terraform_data" "c" {
  input = "x"
}
resource "terraform_data" "d" {
}
