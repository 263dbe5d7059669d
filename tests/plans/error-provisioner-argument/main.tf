resource "terraform_data" "x" {
  provisioner "local-exec" {
    command = "echo"
    foo     = 1
  }
}
