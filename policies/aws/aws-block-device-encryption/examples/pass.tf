resource "aws_instance" "web" {
  ami           = "ami-00000000000000000"
  instance_type = "t4g.small"

  root_block_device {
    encrypted = true
  }

  ebs_block_device {
    device_name = "/dev/sdf"
    volume_size = 20
    encrypted   = true
  }
}

resource "aws_ebs_volume" "files" {
  availability_zone = "eu-central-1a"
  size              = 100
  encrypted         = true
}

resource "aws_launch_template" "worker" {
  name_prefix   = "worker-"
  image_id      = "ami-00000000000000000"
  instance_type = "t4g.small"

  block_device_mappings {
    device_name = "/dev/xvda"

    ebs {
      volume_size = 20
      encrypted   = true
    }
  }
}

# Its disks are those of the template.
resource "aws_instance" "worker" {
  launch_template {
    id = aws_launch_template.worker.id
  }
}
