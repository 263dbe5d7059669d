policytest {
  targets = ["aws-lb-listener-tls.policy.hcl"]
}

locals {
  hsts = "max-age=31536000; includeSubDomains"
}

resource "aws_lb_listener" "pass_tls13_1_2_2021_06" {
  attrs = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06" }
}

resource "aws_lb_listener" "pass_tls13_1_2_res_2021_06" {
  attrs = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06" }
}

resource "aws_lb_listener" "pass_tls13_1_2_ext1_2021_06" {
  attrs = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06" }
}

resource "aws_lb_listener" "pass_tls13_1_2_ext2_2021_06" {
  attrs = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Ext2-2021-06" }
}

resource "aws_lb_listener" "pass_tls13_1_3_2021_06" {
  attrs = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS13-1-3-2021-06" }
}

resource "aws_lb_listener" "pass_tls13_1_2_res_pq_2025_09" {
  attrs = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09" }
}

resource "aws_lb_listener" "pass_tls13_1_3_pq_2025_09" {
  attrs = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09" }
}

resource "aws_lb_listener" "pass_tls13_1_2_fips_2023_04" {
  attrs = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS13-1-2-FIPS-2023-04" }
}

resource "aws_lb_listener" "pass_tls13_1_2_ext0_fips_2023_04" {
  attrs = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-2023-04" }
}

resource "aws_lb_listener" "pass_tls13_1_3_fips_2023_04" {
  attrs = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS13-1-3-FIPS-2023-04" }
}

resource "aws_lb_listener" "pass_tls13_1_2_res_fips_pq_2025_09" {
  attrs = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS13-1-2-Res-FIPS-PQ-2025-09" }
}

resource "aws_lb_listener" "pass_tls13_1_2_rfc9151_fips_2023_07" {
  attrs = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS13-1-2-RFC9151-FIPS-2023-07" }
}

resource "aws_lb_listener" "pass_fs_1_2_2019_08" {
  attrs = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-FS-1-2-2019-08" }
}

resource "aws_lb_listener" "pass_fs_1_2_res_2019_08" {
  attrs = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-FS-1-2-Res-2019-08" }
}

resource "aws_lb_listener" "pass_fs_1_2_res_2020_10" {
  attrs = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-FS-1-2-Res-2020-10" }
}

resource "aws_lb_listener" "pass_tls_1_2_2017_01" {
  attrs = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS-1-2-2017-01" }
}

resource "aws_lb_listener" "pass_tls_1_2_ext_2018_06" {
  attrs = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS-1-2-Ext-2018-06" }
}

resource "aws_lb_listener" "fail_2016_08" {
  expect_failure = true
  attrs          = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-2016-08" }
}

resource "aws_lb_listener" "fail_2015_05" {
  expect_failure = true
  attrs          = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-2015-05" }
}

resource "aws_lb_listener" "fail_tls13_1_0_2021_06" {
  expect_failure = true
  attrs          = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS13-1-0-2021-06" }
}

resource "aws_lb_listener" "fail_tls13_1_1_2021_06" {
  expect_failure = true
  attrs          = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS13-1-1-2021-06" }
}

resource "aws_lb_listener" "fail_tls13_1_0_pq_2025_09" {
  expect_failure = true
  attrs          = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS13-1-0-PQ-2025-09" }
}

resource "aws_lb_listener" "fail_tls13_1_0_fips_2023_04" {
  expect_failure = true
  attrs          = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04" }
}

resource "aws_lb_listener" "fail_tls13_1_1_fips_2023_04" {
  expect_failure = true
  attrs          = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS13-1-1-FIPS-2023-04" }
}

resource "aws_lb_listener" "fail_tls_1_1_2017_01" {
  expect_failure = true
  attrs          = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS-1-1-2017-01" }
}

resource "aws_lb_listener" "fail_tls_1_0_2015_04" {
  expect_failure = true
  attrs          = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-TLS-1-0-2015-04" }
}

resource "aws_lb_listener" "fail_fs_1_1_2019_08" {
  expect_failure = true
  attrs          = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-FS-1-1-2019-08" }
}

resource "aws_lb_listener" "fail_fs_2018_06" {
  expect_failure = true
  attrs          = { protocol = "TLS", port = 443, ssl_policy = "ELBSecurityPolicy-FS-2018-06" }
}

resource "aws_alb_listener" "pass_old_type" {
  attrs = {
    protocol                                                     = "HTTPS"
    ssl_policy                                                   = "ELBSecurityPolicy-TLS13-1-2-2021-06"
    routing_http_response_strict_transport_security_header_value = local.hsts
  }
}

resource "aws_alb_listener" "fail_old_type" {
  expect_failure = true
  attrs = {
    protocol                                                     = "HTTPS"
    ssl_policy                                                   = "ELBSecurityPolicy-2016-08"
    routing_http_response_strict_transport_security_header_value = local.hsts
  }
}

resource "aws_lb_listener" "fail_default_policy" {
  expect_failure = true
  attrs          = { protocol = "TLS", port = 443 }
}

resource "aws_lb_listener" "fail_null_policy" {
  expect_failure = true
  attrs          = { protocol = "TLS", port = 443, ssl_policy = null }
}

resource "aws_lb_listener" "fail_lower_case_protocol" {
  expect_failure = true
  attrs          = { protocol = "tls", port = 443 }
}

# --- plain HTTP

resource "aws_lb_listener" "pass_redirect" {
  attrs = {
    protocol       = "HTTP"
    port           = 80
    default_action = [{ type = "redirect", redirect = [{ protocol = "HTTPS", port = "443", status_code = "HTTP_301" }] }]
  }
}

resource "aws_lb_listener" "pass_not_applicable_tcp" {
  attrs = { protocol = "TCP", port = 5432, default_action = [{ type = "forward" }] }
}

resource "aws_lb_listener" "pass_not_applicable_gateway_load_balancer" {
  attrs = { default_action = [{ type = "forward" }] }
}

resource "aws_lb_listener" "fail_protocol_left_to_default" {
  expect_failure = true
  attrs          = { port = 80, default_action = [{ type = "forward" }] }
}

resource "aws_lb_listener" "fail_protocol_null" {
  expect_failure = true
  attrs          = { protocol = null, port = 80, default_action = [{ type = "forward" }] }
}

resource "aws_lb_listener" "fail_plain_forward" {
  expect_failure = true
  attrs          = { protocol = "HTTP", default_action = [{ type = "forward", target_group_arn = "arn:aws:elasticloadbalancing:eu-central-1:111122223333:targetgroup/a/1" }] }
}

resource "aws_lb_listener" "fail_fixed_response" {
  expect_failure = true
  attrs          = { protocol = "HTTP", default_action = [{ type = "fixed-response", fixed_response = [{ content_type = "text/plain", status_code = "200" }] }] }
}

resource "aws_lb_listener" "fail_redirect_to_http" {
  expect_failure = true
  attrs          = { protocol = "HTTP", default_action = [{ type = "redirect", redirect = [{ protocol = "HTTP", port = "8080", status_code = "HTTP_301" }] }] }
}

resource "aws_lb_listener" "fail_redirect_keeps_protocol" {
  expect_failure = true
  attrs          = { protocol = "HTTP", default_action = [{ type = "redirect", redirect = [{ port = "443", status_code = "HTTP_301" }] }] }
}

resource "aws_lb_listener" "fail_redirect_placeholder" {
  expect_failure = true
  attrs          = { protocol = "HTTP", default_action = [{ type = "redirect", redirect = [{ protocol = "#{protocol}", status_code = "HTTP_301" }] }] }
}

resource "aws_lb_listener" "fail_no_action" {
  expect_failure = true
  attrs          = { protocol = "HTTP", default_action = [] }
}

resource "aws_lb_listener_rule" "pass_redirect_rule" {
  attrs = { action = [{ type = "redirect", redirect = [{ protocol = "HTTPS", status_code = "HTTP_301" }] }] }
}

resource "aws_lb_listener_rule" "pass_rule_without_redirect" {
  attrs = { action = [{ type = "forward" }, { type = "redirect", redirect = null }] }
}

resource "aws_alb_listener_rule" "fail_redirect_rule" {
  expect_failure = true
  attrs          = { action = [{ type = "redirect", redirect = [{ protocol = "HTTP", status_code = "HTTP_301" }] }] }
}

# --- targets

resource "aws_lb_target_group" "pass_targets_https" {
  attrs = { protocol = "HTTPS" }
}

resource "aws_lb_target_group" "pass_not_applicable_lambda" {
  attrs = { target_type = "lambda" }
}

resource "aws_lb_target_group" "pass_not_applicable_tcp" {
  attrs = { protocol = "TCP" }
}

resource "aws_alb_target_group" "fail_targets_http" {
  expect_failure = true
  attrs          = { protocol = "HTTP" }
}

# --- HSTS

resource "aws_lb_listener" "pass_hsts" {
  attrs = { protocol = "HTTPS", ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06", routing_http_response_strict_transport_security_header_value = "Max-Age=63072000" }
}

resource "aws_lb_listener" "fail_hsts_unset" {
  expect_failure = true
  attrs          = { protocol = "HTTPS", ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06" }
}

resource "aws_lb_listener" "fail_hsts_null" {
  expect_failure = true
  attrs          = { protocol = "HTTPS", ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06", routing_http_response_strict_transport_security_header_value = null }
}

resource "aws_lb_listener" "fail_hsts_too_short" {
  expect_failure = true
  attrs          = { protocol = "HTTPS", ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06", routing_http_response_strict_transport_security_header_value = "max-age=300" }
}

resource "aws_lb_listener" "fail_hsts_zero" {
  expect_failure = true
  attrs          = { protocol = "HTTPS", ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06", routing_http_response_strict_transport_security_header_value = "max-age=0" }
}

resource "aws_lb_listener" "fail_hsts_without_age" {
  expect_failure = true
  attrs          = { protocol = "HTTPS", ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06", routing_http_response_strict_transport_security_header_value = "includeSubDomains" }
}

resource "aws_lb" "pass_not_applicable_other_type" {
  attrs = { name = "lb" }
}
