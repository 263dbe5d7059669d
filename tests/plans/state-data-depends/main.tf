resource "terraform_data" "a" {
  input = 1
}
resource "terraform_data" "b" {
  input = 2
}
data "terraform_remote_state" "s" {
  backend = "local"
  config = { path = "${path.module}/other.json" }
  depends_on = [terraform_data.a]
}
data "terraform_remote_state" "late" {
  backend = "local"
  config = { path = "${path.module}/other.json" }
  depends_on = [terraform_data.b]
}
