policytest {
  targets = ["aws-cloudfront-hsts.policy.hcl"]
}

resource "aws_cloudfront_response_headers_policy" "pass_year" {
  attrs = {
    id                      = "own-year"
    name                    = "year"
    security_headers_config = [{ strict_transport_security = [{ access_control_max_age_sec = 31536000, override = true }] }]
  }
}

resource "aws_cloudfront_response_headers_policy" "fail_day" {
  expect_failure = true
  attrs = {
    id                      = "own-day"
    name                    = "day"
    security_headers_config = [{ strict_transport_security = [{ access_control_max_age_sec = 86400, override = true }] }]
  }
}

resource "aws_cloudfront_response_headers_policy" "fail_zero" {
  expect_failure = true
  attrs = {
    id                      = "own-zero"
    name                    = "zero"
    security_headers_config = [{ strict_transport_security = [{ access_control_max_age_sec = 0, override = true }] }]
  }
}

resource "aws_cloudfront_response_headers_policy" "fail_no_override" {
  expect_failure = true
  attrs = {
    id                      = "own-weak"
    name                    = "weak"
    security_headers_config = [{ strict_transport_security = [{ access_control_max_age_sec = 31536000, override = false }] }]
  }
}

resource "aws_cloudfront_response_headers_policy" "pass_not_applicable_cors_only" {
  attrs = {
    id                      = "own-cors"
    name                    = "cors"
    security_headers_config = []
  }
}

resource "aws_cloudfront_distribution" "pass_own_policy" {
  attrs = {
    default_cache_behavior = [{ target_origin_id = "o", response_headers_policy_id = aws_cloudfront_response_headers_policy.pass_year.id }]
    ordered_cache_behavior = [{ path_pattern = "/api/*", target_origin_id = "o", response_headers_policy_id = "own-year" }]
  }
}

resource "aws_cloudfront_distribution" "pass_managed_security_headers" {
  attrs = { default_cache_behavior = [{ target_origin_id = "o", response_headers_policy_id = "67f7725c-6f97-4210-82d7-5512b31e9d03" }] }
}

resource "aws_cloudfront_distribution" "pass_managed_cors_and_security_headers" {
  attrs = { default_cache_behavior = [{ target_origin_id = "o", response_headers_policy_id = "e61eb60c-9c35-4d20-a928-2b84e02af89c" }] }
}

resource "aws_cloudfront_distribution" "pass_managed_preflight_and_security_headers" {
  attrs = { default_cache_behavior = [{ target_origin_id = "o", response_headers_policy_id = "eaab4381-ed33-4a86-88ca-d9558dc6cd63" }] }
}

# Managed-SimpleCORS sends no such header.
resource "aws_cloudfront_distribution" "fail_managed_cors" {
  expect_failure = true
  attrs          = { default_cache_behavior = [{ target_origin_id = "o", response_headers_policy_id = "60669652-455b-4ae9-85a4-c4c02393f86c" }] }
}

resource "aws_cloudfront_distribution" "fail_unset" {
  expect_failure = true
  attrs          = { default_cache_behavior = [{ target_origin_id = "o" }] }
}

resource "aws_cloudfront_distribution" "fail_null" {
  expect_failure = true
  attrs          = { default_cache_behavior = [{ target_origin_id = "o", response_headers_policy_id = null }], ordered_cache_behavior = null }
}

resource "aws_cloudfront_distribution" "fail_one_path" {
  expect_failure = true
  attrs = {
    default_cache_behavior = [{ target_origin_id = "o", response_headers_policy_id = "own-year" }]
    ordered_cache_behavior = [{ path_pattern = "/api/*", target_origin_id = "o" }]
  }
}

resource "aws_cloudfront_distribution" "fail_own_policy_too_short" {
  expect_failure = true
  attrs          = { default_cache_behavior = [{ target_origin_id = "o", response_headers_policy_id = "own-day" }] }
}

resource "aws_cloudfront_distribution" "fail_own_policy_without_header" {
  expect_failure = true
  attrs          = { default_cache_behavior = [{ target_origin_id = "o", response_headers_policy_id = "own-cors" }] }
}
