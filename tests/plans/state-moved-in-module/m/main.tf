resource "terraform_data" "new" {
  count = 2
  input = count.index
}
moved {
  from = terraform_data.old
  to = terraform_data.new
}
