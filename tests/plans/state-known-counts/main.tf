resource "terraform_data" "x" {
  input = { n = 2, keys = ["a", "b"] }
}
resource "terraform_data" "n" {
  count = terraform_data.x.output.n
}
resource "terraform_data" "k" {
  for_each = toset(terraform_data.x.output.keys)
  input = terraform_data.x.id == each.key
}
