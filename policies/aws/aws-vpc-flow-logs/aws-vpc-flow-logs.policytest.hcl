policytest {
  targets = ["aws-vpc-flow-logs.policy.hcl"]
}

resource "aws_vpc" "pass_with_flow_log" {
  attrs = {
    id         = "vpc-1"
    cidr_block = "10.0.0.0/16"
  }
}

resource "aws_flow_log" "pass_of_the_vpc" {
  attrs = {
    vpc_id       = "vpc-1"
    traffic_type = "ALL"
  }
}

resource "aws_vpc" "fail_without" {
  expect_failure = true
  attrs = {
    id         = "vpc-2"
    cidr_block = "10.1.0.0/16"
  }
}

resource "aws_vpc" "pass_each_subnet" {
  attrs = {
    id         = "vpc-3"
    cidr_block = "10.2.0.0/16"
  }
}

resource "aws_subnet" "third_a" {
  skip = true
  attrs = {
    id     = "subnet-3a"
    vpc_id = "vpc-3"
  }
}

resource "aws_subnet" "third_b" {
  skip = true
  attrs = {
    id     = "subnet-3b"
    vpc_id = "vpc-3"
  }
}

resource "aws_flow_log" "pass_third_a" {
  attrs = {
    subnet_id    = "subnet-3a"
    traffic_type = "REJECT"
  }
}

resource "aws_flow_log" "pass_third_b" {
  attrs = {
    subnet_id    = "subnet-3b"
    traffic_type = "ALL"
  }
}

# One of two subnets is left out.
resource "aws_vpc" "fail_one_subnet_missing" {
  expect_failure = true
  attrs = {
    id         = "vpc-4"
    cidr_block = "10.3.0.0/16"
  }
}

resource "aws_subnet" "fourth_a" {
  skip = true
  attrs = {
    id     = "subnet-4a"
    vpc_id = "vpc-4"
  }
}

resource "aws_subnet" "fourth_b" {
  skip = true
  attrs = {
    id     = "subnet-4b"
    vpc_id = "vpc-4"
  }
}

resource "aws_flow_log" "pass_fourth_a" {
  attrs = {
    subnet_id    = "subnet-4a"
    traffic_type = "ALL"
  }
}

resource "aws_flow_log" "fail_accepted_only" {
  expect_failure = true
  attrs = {
    vpc_id       = "vpc-1"
    traffic_type = "ACCEPT"
  }
}

resource "aws_flow_log" "fail_type_not_set" {
  expect_failure = true
  attrs = {
    vpc_id = "vpc-1"
  }
}

resource "aws_flow_log" "fail_type_null" {
  expect_failure = true
  attrs = {
    vpc_id       = "vpc-1"
    traffic_type = null
  }
}

resource "aws_flow_log" "pass_transit_gateway" {
  attrs = {
    transit_gateway_id = "tgw-1"
  }
}
