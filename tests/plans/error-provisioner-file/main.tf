resource "terraform_data" "x" {
  provisioner "file" {
    destination = "c"
  }
}
