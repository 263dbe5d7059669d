resource "terraform_data" "a" {
  provisioner "local-exec" {
    command = terraform_data.b.id
  }
}
resource "terraform_data" "b" {
  input = terraform_data.a.id
}
