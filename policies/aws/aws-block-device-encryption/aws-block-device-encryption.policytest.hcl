policytest {
  targets = ["aws-block-device-encryption.policy.hcl"]
}

resource "aws_instance" "pass_all_encrypted" {
  attrs = {
    root_block_device = [{ encrypted = true }]
    ebs_block_device  = [{ device_name = "/dev/sdb", encrypted = true }]
  }
}

resource "aws_instance" "pass_from_template" {
  attrs = {
    launch_template = [{ name = "web" }]
  }
}

resource "aws_instance" "fail_block_without_value" {
  expect_failure = true
  attrs = {
    root_block_device = [{ volume_size = 20 }]
  }
}

resource "aws_instance" "fail_root_off" {
  expect_failure = true
  attrs = {
    root_block_device = [{ encrypted = false }]
  }
}

resource "aws_instance" "fail_root_null" {
  expect_failure = true
  attrs = {
    root_block_device = [{ encrypted = null }]
  }
}

resource "aws_instance" "fail_second_disk_plain" {
  expect_failure = true
  attrs = {
    root_block_device = [{ encrypted = true }]
    ebs_block_device  = [{ device_name = "/dev/sdb" }]
  }
}

# Asked of the account, whose answer is below: no.
resource "aws_instance" "fail_no_root_block" {
  expect_failure = true
  attrs = {
    ami = "ami-1"
  }
}

data "aws_ebs_encryption_by_default" "account" {
  attrs = {
    enabled = false
  }
}

resource "aws_instance" "pass_disk_from_encrypted_snapshot" {
  attrs = {
    root_block_device = [{ encrypted = true }]
    ebs_block_device  = [{ device_name = "/dev/sdb", snapshot_id = "snap-1" }]
  }
}

resource "aws_instance" "fail_disk_from_plain_snapshot" {
  expect_failure = true
  attrs = {
    root_block_device = [{ encrypted = true }]
    ebs_block_device  = [{ device_name = "/dev/sdb", snapshot_id = "snap-2" }]
  }
}

data "aws_ebs_snapshot" "encrypted" {
  attrs = {
    snapshot_ids = ["snap-1"]
    encrypted    = true
  }
}

data "aws_ebs_snapshot" "plain" {
  attrs = {
    snapshot_ids = ["snap-2"]
    encrypted    = false
  }
}

resource "aws_spot_instance_request" "fail_plain" {
  expect_failure = true
  attrs = {
    root_block_device = [{ encrypted = false }]
  }
}

resource "aws_launch_configuration" "fail_plain" {
  expect_failure = true
  attrs = {
    root_block_device = [{ volume_size = 20 }]
  }
}

resource "aws_launch_configuration" "pass_encrypted" {
  attrs = {
    root_block_device = [{ encrypted = true }]
  }
}

resource "aws_launch_template" "pass_encrypted" {
  attrs = {
    block_device_mappings = [{ device_name = "/dev/xvda", ebs = [{ encrypted = "true" }] }]
  }
}

resource "aws_launch_template" "fail_plain" {
  expect_failure = true
  attrs = {
    block_device_mappings = [{ device_name = "/dev/xvda", ebs = [{ encrypted = "false" }] }]
  }
}

resource "aws_launch_template" "fail_not_stated" {
  expect_failure = true
  attrs = {
    block_device_mappings = [{ device_name = "/dev/xvda", ebs = [{ volume_size = 20 }] }]
  }
}

resource "aws_launch_template" "fail_no_mapping" {
  expect_failure = true
  attrs = {
    name = "a"
  }
}

resource "aws_launch_template" "fail_instance_store_only" {
  expect_failure = true
  attrs = {
    block_device_mappings = [{ device_name = "/dev/sdb", virtual_name = "ephemeral0" }]
  }
}

resource "aws_launch_template" "fail_from_snapshot" {
  expect_failure = true
  attrs = {
    block_device_mappings = [{ device_name = "/dev/xvda", ebs = [{ snapshot_id = "snap-1" }] }]
  }
}

resource "aws_spot_fleet_request" "pass_encrypted" {
  attrs = {
    launch_specification = [{ ami = "ami-1", root_block_device = [{ encrypted = true }] }]
  }
}

resource "aws_spot_fleet_request" "fail_second_disk_plain" {
  expect_failure = true
  attrs = {
    launch_specification = [{ ami = "ami-1", root_block_device = [{ encrypted = true }], ebs_block_device = [{ device_name = "/dev/sdb" }] }]
  }
}

resource "aws_spot_fleet_request" "pass_from_template" {
  attrs = {
    launch_template_config = [{ launch_template_specification = [{ name = "web" }] }]
  }
}

resource "aws_imagebuilder_image_recipe" "pass_encrypted" {
  attrs = {
    block_device_mapping = [{ ebs = [{ encrypted = "true" }] }]
  }
}

resource "aws_imagebuilder_image_recipe" "fail_plain" {
  expect_failure = true
  attrs = {
    block_device_mapping = [{ ebs = [{ encrypted = "false" }] }]
  }
}

resource "aws_imagebuilder_container_recipe" "fail_not_stated" {
  expect_failure = true
  attrs = {
    instance_configuration = [{ block_device_mapping = [{ ebs = [{ volume_size = 20 }] }] }]
  }
}

resource "aws_ebs_volume" "pass_encrypted" {
  attrs = {
    encrypted = true
  }
}

resource "aws_ebs_volume" "fail_not_set" {
  expect_failure = true
  attrs = {
    size = 20
  }
}

resource "aws_ebs_volume" "fail_off" {
  expect_failure = true
  attrs = {
    encrypted = false
  }
}

resource "aws_ebs_volume" "fail_null" {
  expect_failure = true
  attrs = {
    encrypted = null
  }
}

resource "aws_ebs_volume" "fail_key_only" {
  expect_failure = true
  attrs = {
    kms_key_id = "alias/data"
  }
}

resource "aws_ebs_volume" "pass_from_encrypted_snapshot" {
  attrs = {
    snapshot_id = "snap-1"
  }
}

resource "aws_ebs_volume" "fail_from_plain_snapshot" {
  expect_failure = true
  attrs = {
    snapshot_id = "snap-2"
  }
}

resource "aws_ami" "pass_from_snapshot" {
  attrs = {
    ebs_block_device = [{ device_name = "/dev/xvda", snapshot_id = "snap-1" }]
  }
}

resource "aws_ami" "fail_plain" {
  expect_failure = true
  attrs = {
    ebs_block_device = [{ device_name = "/dev/xvda" }]
  }
}
