policytest {
  targets = ["aws-block-device-encryption.policy.hcl"]
}

# The account encrypts everything, whatever a volume says.
resource "aws_ebs_encryption_by_default" "region" {
  skip = true
  attrs = {
    id = "a"
  }
}

resource "aws_ebs_volume" "pass_not_set" {
  attrs = {
    size = 20
  }
}

resource "aws_instance" "pass_no_root_block" {
  attrs = {
    ami = "ami-1"
  }
}

resource "aws_instance" "pass_block_without_value" {
  attrs = {
    root_block_device = [{ volume_size = 20 }]
  }
}

resource "aws_launch_template" "pass_no_mapping" {
  attrs = {
    name = "a"
  }
}

resource "aws_launch_configuration" "pass_no_root_block" {
  attrs = {
    image_id = "ami-1"
  }
}

resource "aws_imagebuilder_image_recipe" "pass_not_stated" {
  attrs = {
    block_device_mapping = [{ ebs = [{ volume_size = 20 }] }]
  }
}

resource "aws_spot_fleet_request" "pass_not_stated" {
  attrs = {
    launch_specification = [{ ami = "ami-1", root_block_device = [{ volume_size = 20 }] }]
  }
}

resource "aws_ami" "pass_plain" {
  attrs = {
    ebs_block_device = [{ device_name = "/dev/xvda" }]
  }
}
