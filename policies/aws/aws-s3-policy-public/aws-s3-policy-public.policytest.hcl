policytest {
  targets = ["aws-s3-policy-public.policy.hcl"]
}

resource "aws_s3_bucket_policy" "pass_deny_for_everybody" {
  attrs = {
    bucket = "a"
    policy = jsonencode({
      Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "false" } } }]
    })
  }
}

resource "aws_s3_bucket_policy" "pass_service_principal" {
  attrs = {
    bucket = "a"
    policy = jsonencode({
      Statement = { Effect = "Allow", Principal = { Service = "cloudfront.amazonaws.com" }, Action = "s3:GetObject", Resource = "*" }
    })
  }
}

resource "aws_s3_bucket_policy" "pass_one_account" {
  attrs = {
    bucket = "a"
    policy = jsonencode({
      Statement = [{ Effect = "Allow", Principal = { AWS = ["arn:aws:iam::111122223333:root"] }, Action = "s3:*", Resource = "*" }]
    })
  }
}

resource "aws_s3_bucket_policy" "pass_own_organisation" {
  attrs = {
    bucket = "a"
    policy = jsonencode({
      Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*", Condition = { StringEquals = { "aws:PrincipalOrgId" = "o-1" } } }]
    })
  }
}

resource "aws_s3_bucket_policy" "pass_own_network" {
  attrs = {
    bucket = "a"
    policy = jsonencode({
      Statement = [{ Effect = "Allow", Principal = { AWS = "*" }, Action = "s3:GetObject", Resource = "*", Condition = { IpAddress = { "aws:SourceIp" = ["192.0.2.0/24"] } } }]
    })
  }
}

resource "aws_s3_bucket" "pass_no_policy" {
  attrs = { bucket = "b" }
}

resource "aws_s3_bucket" "pass_null_policy" {
  attrs = { bucket = "b", policy = null }
}

resource "aws_s3_bucket_versioning" "pass_not_applicable_other_type" {
  attrs = { bucket = "b" }
}

resource "aws_s3_bucket_policy" "fail_everybody" {
  expect_failure = true
  attrs = {
    bucket = "c"
    policy = jsonencode({
      Statement = [
        { Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "false" } } },
        { Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::c/*" },
      ]
    })
  }
}

resource "aws_s3_bucket_policy" "fail_everybody_in_a_list" {
  expect_failure = true
  attrs = {
    bucket = "c"
    policy = jsonencode({
      Statement = { Effect = "Allow", Principal = { AWS = ["arn:aws:iam::111122223333:root", "*"] }, Action = "s3:GetObject", Resource = "*" }
    })
  }
}

# TLS is no limit: everybody can use it.
resource "aws_s3_bucket_policy" "fail_condition_that_does_not_narrow" {
  expect_failure = true
  attrs = {
    bucket = "c"
    policy = jsonencode({
      Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "true" } } }]
    })
  }
}

resource "aws_s3_bucket_policy" "fail_referer" {
  expect_failure = true
  attrs = {
    bucket = "c"
    policy = jsonencode({
      Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*", Condition = { StringLike = { "aws:Referer" = "https://www.example.com/*" } } }]
    })
  }
}

resource "aws_s3_bucket_policy" "fail_all_networks" {
  expect_failure = true
  attrs = {
    bucket = "c"
    policy = jsonencode({
      Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*", Condition = { IpAddress = { "aws:SourceIp" = ["192.0.2.0/24", "0.0.0.0/0"] } } }]
    })
  }
}

resource "aws_s3_bucket_policy" "fail_all_but_one" {
  expect_failure = true
  attrs = {
    bucket = "c"
    policy = jsonencode({
      Statement = [{ Effect = "Allow", NotPrincipal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "s3:GetObject", Resource = "*" }]
    })
  }
}

resource "aws_s3_bucket_policy" "fail_all_but_one_network" {
  expect_failure = true
  attrs = {
    bucket = "c"
    policy = jsonencode({
      Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*", Condition = { NotIpAddress = { "aws:SourceIp" = "192.0.2.0/24" } } }]
    })
  }
}

resource "aws_s3_bucket" "fail_inline_policy" {
  expect_failure = true
  attrs = {
    bucket = "d"
    policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }] })
  }
}

resource "aws_s3_access_point" "fail_access_point" {
  expect_failure = true
  attrs = {
    name   = "ap"
    bucket = "d"
    policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }] })
  }
}

resource "aws_s3control_access_point_policy" "fail_access_point_policy" {
  expect_failure = true
  attrs = {
    access_point_arn = "arn:aws:s3:eu-central-1:111122223333:accesspoint/ap"
    policy           = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "*" }] })
  }
}
