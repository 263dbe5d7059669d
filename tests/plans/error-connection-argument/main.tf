resource "terraform_data" "x" {
  connection {
    type = "ssh"
    host = "h"
    nope = 1
  }
  provisioner "remote-exec" {
    inline = ["a"]
  }
}
