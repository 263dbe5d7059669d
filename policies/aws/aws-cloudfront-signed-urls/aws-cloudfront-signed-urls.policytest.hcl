policytest {
  targets = ["aws-cloudfront-signed-urls.policy.hcl"]
}

locals {
  closed = [{ origin_id = "files", domain_name = "b.s3.amazonaws.com", origin_access_control_id = "E1" }]
}

resource "aws_cloudfront_distribution" "pass_signed_and_closed" {
  attrs = {
    origin                 = local.closed
    default_cache_behavior = [{ target_origin_id = "files", trusted_key_groups = ["k"] }]
  }
}

resource "aws_cloudfront_distribution" "pass_old_signers_and_identity" {
  attrs = {
    origin                 = [{ origin_id = "files", domain_name = "b.s3.amazonaws.com", s3_origin_config = [{ origin_access_identity = "origin-access-identity/cloudfront/E1" }] }]
    default_cache_behavior = [{ target_origin_id = "files", trusted_signers = ["self"] }]
  }
}

# The application decides for itself what it answers.
resource "aws_cloudfront_distribution" "pass_application_beside_files" {
  attrs = {
    origin = [
      { origin_id = "files", domain_name = "b.s3.amazonaws.com", origin_access_control_id = "E1", s3_origin_config = [] },
      { origin_id = "app", domain_name = "app.example.com", custom_origin_config = [{ http_port = 80, https_port = 443 }] },
    ]
    default_cache_behavior = [{ target_origin_id = "app" }]
    ordered_cache_behavior = [{ path_pattern = "/files/*", target_origin_id = "files", trusted_key_groups = ["k"], trusted_signers = null }]
  }
}

resource "aws_cloudfront_distribution" "pass_not_applicable_application" {
  attrs = {
    origin = [
      { origin_id = "app", domain_name = "app.example.com", custom_origin_config = [{ http_port = 80, https_port = 443 }] },
      { origin_id = "inner", domain_name = "inner.example.com", vpc_origin_config = [{ vpc_origin_id = "v" }] },
    ]
    default_cache_behavior = [{ target_origin_id = "app" }]
  }
}

resource "aws_cloudfront_distribution" "fail_unsigned" {
  expect_failure = true
  attrs = {
    origin                 = local.closed
    default_cache_behavior = [{ target_origin_id = "files" }]
  }
}

resource "aws_cloudfront_distribution" "fail_unsigned_null_and_empty" {
  expect_failure = true
  attrs = {
    origin                 = local.closed
    default_cache_behavior = [{ target_origin_id = "files", trusted_key_groups = null, trusted_signers = [] }]
  }
}

resource "aws_cloudfront_distribution" "fail_one_path_unsigned" {
  expect_failure = true
  attrs = {
    origin                 = local.closed
    default_cache_behavior = [{ target_origin_id = "files", trusted_key_groups = ["k"] }]
    ordered_cache_behavior = [{ path_pattern = "/open/*", target_origin_id = "files" }]
  }
}

resource "aws_cloudfront_distribution" "fail_open_bucket" {
  expect_failure = true
  attrs = {
    origin                 = [{ origin_id = "files", domain_name = "b.s3.amazonaws.com" }]
    default_cache_behavior = [{ target_origin_id = "files", trusted_key_groups = ["k"] }]
  }
}

resource "aws_cloudfront_distribution" "fail_open_bucket_empty_identity" {
  expect_failure = true
  attrs = {
    origin                 = [{ origin_id = "files", domain_name = "b.s3.amazonaws.com", origin_access_control_id = null, s3_origin_config = [{ origin_access_identity = "" }] }]
    default_cache_behavior = [{ target_origin_id = "files", trusted_key_groups = ["k"] }]
  }
}

resource "aws_cloudfront_origin_access_control" "pass_always" {
  attrs = { id = "OAC1", name = "a", origin_access_control_origin_type = "s3", signing_behavior = "always", signing_protocol = "sigv4" }
}

resource "aws_cloudfront_origin_access_control" "fail_never" {
  expect_failure = true
  attrs          = { id = "OAC2", name = "a", origin_access_control_origin_type = "s3", signing_behavior = "never", signing_protocol = "sigv4" }
}

resource "aws_cloudfront_origin_access_control" "fail_no_override" {
  expect_failure = true
  attrs          = { id = "OAC3", name = "a", origin_access_control_origin_type = "s3", signing_behavior = "no-override", signing_protocol = "sigv4" }
}

resource "aws_cloudfront_origin_access_control" "pass_not_applicable_media" {
  attrs = { id = "OAC4", name = "a", origin_access_control_origin_type = "mediastore", signing_behavior = "never", signing_protocol = "sigv4" }
}
