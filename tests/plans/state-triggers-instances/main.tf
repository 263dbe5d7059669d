resource "terraform_data" "a" {
  count = 2
  input = count.index * 2
}
resource "terraform_data" "k" {
  for_each = { x = 1, y = 2 }
  input = each.value
}
resource "terraform_data" "by_index" {
  count = 2
  input = "x"
  lifecycle {
    replace_triggered_by = [terraform_data.a[count.index]]
  }
}
resource "terraform_data" "by_all" {
  count = 2
  input = "x"
  lifecycle {
    replace_triggered_by = [terraform_data.a]
  }
}
resource "terraform_data" "by_one" {
  count = 2
  input = "x"
  lifecycle {
    replace_triggered_by = [terraform_data.a[0].input]
  }
}
resource "terraform_data" "by_key" {
  for_each = toset(["x", "y"])
  lifecycle {
    replace_triggered_by = [terraform_data.k[each.key].output]
  }
}
