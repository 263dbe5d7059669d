resource "terraform_data" "a" {
  input = "new"
  triggers_replace = 2
  lifecycle {
    ignore_changes = [input]
  }
}
resource "terraform_data" "b" {
  input = { k = "new", l = 2 }
  lifecycle {
    ignore_changes = [input["k"]]
  }
}
resource "terraform_data" "c" {
  input = "new"
  triggers_replace = 2
  lifecycle {
    ignore_changes = all
  }
}
resource "terraform_data" "d" {
  input = "created"
  lifecycle {
    ignore_changes = all
  }
}
