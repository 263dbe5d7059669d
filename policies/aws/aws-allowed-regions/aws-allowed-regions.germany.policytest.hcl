policytest {
  targets = ["aws-allowed-regions.policy.hcl"]
}

# A company that promises Germany and Ireland.
inputs {
  allowed_regions_aws = ["eu-central-1", "eu-west-1"]
}

provider "aws" "fail_paris" {
  expect_failure = true
  attrs = {
    region = "eu-west-3"
  }
}

provider "aws" "pass_frankfurt" {
  attrs = {
    region = "eu-central-1"
  }
}

resource "aws_s3_bucket" "fail_own_region" {
  expect_failure = true
  attrs = {
    region = "us-east-1"
  }
}
