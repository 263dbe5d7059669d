resource "terraform_data" "x" {
  provisioner "nosuch" {
    a = 1
  }
}
