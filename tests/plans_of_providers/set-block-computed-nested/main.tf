resource "aws_instance" "i" {
  ebs_block_device {
    device_name = "b"
    tags        = { x = "1" }
  }
  ebs_block_device {
    device_name = "a"
    volume_size = 3
  }
  ebs_block_device {
    device_name = "a"
    volume_size = 3
  }
}
output "n" {
  value = length(aws_instance.i.ebs_block_device)
}
output "d" {
  value = aws_instance.i.ebs_block_device[*].device_name
}
