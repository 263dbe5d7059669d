# A company that promises two years cannot use the managed policies.

policytest {
  targets = ["aws-cloudfront-hsts.policy.hcl"]
}

inputs {
  hsts_min_age_seconds = 63072000
}

resource "aws_cloudfront_response_headers_policy" "pass_two_years" {
  attrs = {
    id                      = "own"
    security_headers_config = [{ strict_transport_security = [{ access_control_max_age_sec = 63072000, override = true }] }]
  }
}

resource "aws_cloudfront_distribution" "pass_own_policy" {
  attrs = { default_cache_behavior = [{ target_origin_id = "o", response_headers_policy_id = "own" }] }
}

resource "aws_cloudfront_distribution" "fail_managed" {
  expect_failure = true
  attrs          = { default_cache_behavior = [{ target_origin_id = "o", response_headers_policy_id = "67f7725c-6f97-4210-82d7-5512b31e9d03" }] }
}
