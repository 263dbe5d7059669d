resource "terraform_data" "a" {
  provisioner "local-exec" {
    command = terraform.applying ? "a" : "b"
  }
}
