policytest {
  targets = ["aws-cloudfront-tls.policy.hcl"]
}

locals {
  https = [{ target_origin_id = "o", viewer_protocol_policy = "redirect-to-https" }]
  own   = [{ acm_certificate_arn = "arn:aws:acm:us-east-1:111122223333:certificate/1", ssl_support_method = "sni-only", minimum_protocol_version = "TLSv1.2_2021" }]
}

resource "aws_cloudfront_distribution" "pass_s3_origin" {
  attrs = {
    default_cache_behavior = local.https
    ordered_cache_behavior = [{ path_pattern = "/api/*", target_origin_id = "o", viewer_protocol_policy = "https-only" }]
    viewer_certificate     = local.own
    origin                 = [{ origin_id = "o", domain_name = "b.s3.eu-central-1.amazonaws.com" }]
  }
}

resource "aws_cloudfront_distribution" "pass_custom_origin" {
  attrs = {
    default_cache_behavior = local.https
    viewer_certificate     = [{ cloudfront_default_certificate = false, iam_certificate_id = "c", minimum_protocol_version = "TLSv1.3_2025" }]
    origin = [{
      origin_id            = "o"
      domain_name          = "app.example.com"
      custom_origin_config = [{ http_port = 80, https_port = 443, origin_protocol_policy = "https-only", origin_ssl_protocols = ["TLSv1.2"] }]
    }]
  }
}

resource "aws_cloudfront_distribution" "pass_match_viewer" {
  attrs = {
    default_cache_behavior = local.https
    ordered_cache_behavior = null
    viewer_certificate     = [{ cloudfront_default_certificate = null, acm_certificate_arn = "a", minimum_protocol_version = "TLSv1.2_2018" }]
    origin = [{
      origin_id            = "o"
      domain_name          = "app.example.com"
      custom_origin_config = [{ http_port = 80, https_port = 443, origin_protocol_policy = "match-viewer", origin_ssl_protocols = ["TLSv1.2"] }]
    }]
  }
}

resource "aws_cloudfront_distribution" "fail_default_behavior_allows_http" {
  expect_failure = true
  attrs = {
    default_cache_behavior = [{ target_origin_id = "o", viewer_protocol_policy = "allow-all" }]
    viewer_certificate     = local.own
  }
}

resource "aws_cloudfront_distribution" "fail_one_path_allows_http" {
  expect_failure = true
  attrs = {
    default_cache_behavior = local.https
    ordered_cache_behavior = [
      { path_pattern = "/a/*", target_origin_id = "o", viewer_protocol_policy = "https-only" },
      { path_pattern = "/b/*", target_origin_id = "o", viewer_protocol_policy = "allow-all" },
    ]
    viewer_certificate = local.own
  }
}

# AWS pins the default certificate to TLSv1, whatever is asked for.
resource "aws_cloudfront_distribution" "fail_default_certificate" {
  expect_failure = true
  attrs = {
    default_cache_behavior = local.https
    viewer_certificate     = [{ cloudfront_default_certificate = true, minimum_protocol_version = "TLSv1.2_2021" }]
  }
}

resource "aws_cloudfront_distribution" "fail_protocol_unset" {
  expect_failure = true
  attrs = {
    default_cache_behavior = local.https
    viewer_certificate     = [{ acm_certificate_arn = "a" }]
  }
}

resource "aws_cloudfront_distribution" "fail_protocol_null" {
  expect_failure = true
  attrs = {
    default_cache_behavior = local.https
    viewer_certificate     = [{ acm_certificate_arn = "a", minimum_protocol_version = null }]
  }
}

resource "aws_cloudfront_distribution" "fail_tls_1_0" {
  expect_failure = true
  attrs = {
    default_cache_behavior = local.https
    viewer_certificate     = [{ acm_certificate_arn = "a", minimum_protocol_version = "TLSv1_2016" }]
  }
}

resource "aws_cloudfront_distribution" "fail_tls_1_1" {
  expect_failure = true
  attrs = {
    default_cache_behavior = local.https
    viewer_certificate     = [{ acm_certificate_arn = "a", minimum_protocol_version = "TLSv1.1_2016" }]
  }
}

resource "aws_cloudfront_distribution" "fail_no_certificate" {
  expect_failure = true
  attrs          = { default_cache_behavior = local.https }
}

resource "aws_cloudfront_distribution" "fail_origin_over_http" {
  expect_failure = true
  attrs = {
    default_cache_behavior = local.https
    viewer_certificate     = local.own
    origin = [{
      origin_id            = "o"
      domain_name          = "app.example.com"
      custom_origin_config = [{ http_port = 80, https_port = 443, origin_protocol_policy = "http-only", origin_ssl_protocols = ["TLSv1.2"] }]
    }]
  }
}

resource "aws_cloudfront_distribution" "fail_match_viewer_with_http" {
  expect_failure = true
  attrs = {
    default_cache_behavior = [{ target_origin_id = "o", viewer_protocol_policy = "allow-all" }]
    viewer_certificate     = local.own
    origin = [{
      origin_id            = "o"
      domain_name          = "app.example.com"
      custom_origin_config = [{ http_port = 80, https_port = 443, origin_protocol_policy = "match-viewer", origin_ssl_protocols = ["TLSv1.2"] }]
    }]
  }
}

resource "aws_cloudfront_distribution" "fail_old_protocol_among_others" {
  expect_failure = true
  attrs = {
    default_cache_behavior = local.https
    viewer_certificate     = local.own
    origin = [
      { origin_id = "s3", domain_name = "b.s3.amazonaws.com" },
      {
        origin_id            = "o"
        domain_name          = "app.example.com"
        custom_origin_config = [{ http_port = 80, https_port = 443, origin_protocol_policy = "https-only", origin_ssl_protocols = ["TLSv1", "TLSv1.2"] }]
      },
    ]
  }
}

resource "aws_cloudfront_vpc_origin" "pass_vpc_origin" {
  attrs = {
    vpc_origin_endpoint_config = [{ name = "v", arn = "a", http_port = 80, https_port = 443, origin_protocol_policy = "https-only", origin_ssl_protocols = [{ items = ["TLSv1.2"], quantity = 1 }] }]
  }
}

resource "aws_cloudfront_vpc_origin" "fail_vpc_origin_http" {
  expect_failure = true
  attrs = {
    vpc_origin_endpoint_config = [{ name = "v", arn = "a", http_port = 80, https_port = 443, origin_protocol_policy = "http-only", origin_ssl_protocols = [{ items = ["TLSv1.2"], quantity = 1 }] }]
  }
}

resource "aws_cloudfront_vpc_origin" "fail_vpc_origin_match_viewer" {
  expect_failure = true
  attrs = {
    vpc_origin_endpoint_config = [{ name = "v", arn = "a", http_port = 80, https_port = 443, origin_protocol_policy = "match-viewer" }]
  }
}

resource "aws_cloudfront_vpc_origin" "fail_vpc_origin_old_protocol" {
  expect_failure = true
  attrs = {
    vpc_origin_endpoint_config = [{ name = "v", arn = "a", http_port = 80, https_port = 443, origin_protocol_policy = "https-only", origin_ssl_protocols = [{ items = ["TLSv1.1", "TLSv1.2"], quantity = 2 }] }]
  }
}
