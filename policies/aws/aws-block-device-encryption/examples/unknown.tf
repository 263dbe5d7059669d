# Nothing describes the root disk: the image decides, or the account.
resource "aws_instance" "web" {
  ami           = "ami-00000000000000000"
  instance_type = "t4g.small"
}

variable "encrypt" {
  description = "Whether the volume is encrypted; only a caller decides."
  type        = bool
}

resource "aws_ebs_volume" "files" {
  availability_zone = "eu-central-1a"
  size              = 100
  encrypted         = var.encrypt
}
