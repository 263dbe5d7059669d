resource "terraform_data" "x" {
  provisioner "remote-exec" {
    inline = ["a"]
    connection {
      host = self.id
      user = 5
      port = "x"
    }
  }
}
