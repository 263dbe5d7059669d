resource "terraform_data" "a" {
  foo = 1
  bar = 2
  baz {
  }
  input = var.nope
}
resource "terraform_data" "b" {
  foo = 1
  bar = 2
  baz {
  }
}
