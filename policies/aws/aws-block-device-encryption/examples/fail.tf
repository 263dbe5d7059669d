resource "aws_ebs_volume" "files" {
  availability_zone = "eu-central-1a"
  size              = 100
}

resource "aws_instance" "web" {
  ami           = "ami-00000000000000000"
  instance_type = "t4g.small"

  root_block_device {
    volume_size = 50
  }
}
