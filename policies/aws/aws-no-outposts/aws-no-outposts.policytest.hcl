policytest {
  targets = ["aws-no-outposts.policy.hcl"]
}

resource "aws_ami_copy" "pass_in_the_region" {
  attrs = {
    tags = {}
  }
}

resource "aws_ami_copy" "fail_outpost" {
  expect_failure = true
  attrs = {
    destination_outpost_arn = "arn:aws:outposts:eu-central-1:111122223333:outpost/op-1"
  }
}

resource "aws_ebs_snapshot" "pass_in_the_region" {
  attrs = {
    tags = {}
  }
}

resource "aws_ebs_snapshot" "fail_outpost" {
  expect_failure = true
  attrs = {
    outpost_arn = "arn:aws:outposts:eu-central-1:111122223333:outpost/op-1"
  }
}

resource "aws_ebs_volume" "pass_in_the_region" {
  attrs = {
    tags = {}
  }
}

resource "aws_ebs_volume" "fail_outpost" {
  expect_failure = true
  attrs = {
    outpost_arn = "arn:aws:outposts:eu-central-1:111122223333:outpost/op-1"
  }
}

resource "aws_ec2_capacity_reservation" "pass_in_the_region" {
  attrs = {
    tags = {}
  }
}

resource "aws_ec2_capacity_reservation" "fail_outpost" {
  expect_failure = true
  attrs = {
    outpost_arn = "arn:aws:outposts:eu-central-1:111122223333:outpost/op-1"
  }
}

resource "aws_ec2_host" "pass_in_the_region" {
  attrs = {
    tags = {}
  }
}

resource "aws_ec2_host" "fail_outpost" {
  expect_failure = true
  attrs = {
    outpost_arn = "arn:aws:outposts:eu-central-1:111122223333:outpost/op-1"
  }
}

resource "aws_elasticache_cluster" "pass_in_the_region" {
  attrs = {
    tags = {}
  }
}

resource "aws_elasticache_cluster" "fail_outpost" {
  expect_failure = true
  attrs = {
    preferred_outpost_arn = "arn:aws:outposts:eu-central-1:111122223333:outpost/op-1"
  }
}

resource "aws_s3control_bucket" "pass_null" {
  attrs = {
    outpost_id = null
  }
}

resource "aws_s3control_bucket" "fail_outpost" {
  expect_failure = true
  attrs = {
    outpost_id = "arn:aws:outposts:eu-central-1:111122223333:outpost/op-1"
  }
}

resource "aws_s3outposts_endpoint" "pass_null" {
  attrs = {
    outpost_id = null
  }
}

resource "aws_s3outposts_endpoint" "fail_outpost" {
  expect_failure = true
  attrs = {
    outpost_id = "arn:aws:outposts:eu-central-1:111122223333:outpost/op-1"
  }
}

resource "aws_subnet" "pass_in_the_region" {
  attrs = {
    tags = {}
  }
}

resource "aws_subnet" "fail_outpost" {
  expect_failure = true
  attrs = {
    outpost_arn = "arn:aws:outposts:eu-central-1:111122223333:outpost/op-1"
  }
}

resource "aws_eks_cluster" "pass_in_aws" {
  attrs = {
    name = "a"
  }
}

resource "aws_eks_cluster" "fail_outpost" {
  expect_failure = true
  attrs = {
    outpost_config = [{ outpost_arns = ["arn:aws:outposts:eu-central-1:111122223333:outpost/op-1"] }]
  }
}

resource "aws_eks_cluster" "fail_hybrid" {
  expect_failure = true
  attrs = {
    remote_network_config = [{ remote_node_networks = [{ cidrs = ["10.9.0.0/16"] }] }]
  }
}

resource "aws_ecs_service" "pass_default" {
  attrs = {
    name = "a"
  }
}

resource "aws_ecs_service" "pass_fargate" {
  attrs = {
    launch_type = "FARGATE"
  }
}

resource "aws_ecs_service" "fail_anywhere" {
  expect_failure = true
  attrs = {
    launch_type = "EXTERNAL"
  }
}

resource "aws_ssm_activation" "fail_any" {
  expect_failure = true
  attrs = {
    iam_role = "a"
  }
}

resource "aws_datasync_agent" "fail_any" {
  expect_failure = true
  attrs = {
    ip_address = "192.0.2.1"
  }
}

resource "aws_storagegateway_gateway" "fail_any" {
  expect_failure = true
  attrs = {
    gateway_name = "a"
  }
}
