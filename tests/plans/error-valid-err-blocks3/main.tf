resource "terraform_data" "a" {
  inptu = 1
  input = var.nope
  provisioner "local-exec" {
  }
  lifecycle {
    precondition {
      condition = var.nope2
      error_message = "x"
    }
  }
}
