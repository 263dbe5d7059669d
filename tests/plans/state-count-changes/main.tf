resource "terraform_data" "fewer" {
  count = 1
  input = count.index
}
resource "terraform_data" "more" {
  count = 2
}
resource "terraform_data" "counted" {
  count = 2
}
resource "terraform_data" "uncounted" {
}
resource "terraform_data" "keyed" {
  for_each = toset(["a"])
}
resource "terraform_data" "rekeyed" {
  for_each = { b = 2, c = 3 }
  input = each.value
}
