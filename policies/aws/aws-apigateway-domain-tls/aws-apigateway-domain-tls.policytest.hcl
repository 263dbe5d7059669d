policytest {
  targets = ["aws-apigateway-domain-tls.policy.hcl"]
}

resource "aws_api_gateway_domain_name" "pass_tls_1_2" {
  attrs = { domain_name = "api.example.com", security_policy = "TLS_1_2" }
}

# AWS's own default is TLS_1_2 for domain names of every kind.
resource "aws_api_gateway_domain_name" "pass_unset" {
  attrs = { domain_name = "api.example.com" }
}

resource "aws_api_gateway_domain_name" "pass_null" {
  attrs = { domain_name = "api.example.com", security_policy = null }
}

resource "aws_api_gateway_domain_name" "pass_tls_1_3" {
  attrs = { domain_name = "api.example.com", security_policy = "SecurityPolicy_TLS13_1_3_2025_09" }
}

resource "aws_api_gateway_domain_name" "pass_tls_1_2_post_quantum" {
  attrs = { domain_name = "api.example.com", security_policy = "SecurityPolicy_TLS13_1_2_FIPS_PQ_2025_09" }
}

resource "aws_api_gateway_domain_name" "pass_edge" {
  attrs = { domain_name = "api.example.com", security_policy = "SecurityPolicy_TLS12_2018_EDGE" }
}

resource "aws_api_gateway_domain_name" "fail_tls_1_0" {
  expect_failure = true
  attrs          = { domain_name = "api.example.com", security_policy = "TLS_1_0" }
}

resource "aws_apigatewayv2_domain_name" "pass_http" {
  attrs = { domain_name = "api.example.com", domain_name_configuration = [{ endpoint_type = "REGIONAL", security_policy = "TLS_1_2" }] }
}

resource "aws_apigatewayv2_domain_name" "fail_http_tls_1_0" {
  expect_failure = true
  attrs          = { domain_name = "api.example.com", domain_name_configuration = [{ endpoint_type = "REGIONAL", security_policy = "TLS_1_0" }] }
}

resource "aws_api_gateway_base_path_mapping" "mappings" {
  skip  = true
  attrs = { api_id = "a", domain_name = "api.example.com" }
}

resource "aws_api_gateway_base_path_mapping" "mappings_b" {
  skip  = true
  attrs = { api_id = "b", domain_name = "api.example.com" }
}

resource "aws_api_gateway_base_path_mapping" "mappings_c" {
  skip  = true
  attrs = { api_id = "c", domain_name = "api.example.com" }
}

resource "aws_api_gateway_rest_api" "pass_closed" {
  attrs = { id = "a", name = "a", disable_execute_api_endpoint = true }
}

resource "aws_api_gateway_rest_api" "pass_not_applicable_private" {
  attrs = { id = "b", name = "b", endpoint_configuration = [{ types = ["PRIVATE"] }] }
}

resource "aws_api_gateway_rest_api" "pass_not_applicable_without_domain" {
  attrs = { id = "d", name = "d" }
}

resource "aws_api_gateway_rest_api" "fail_open" {
  expect_failure = true
  attrs          = { id = "c", name = "c", endpoint_configuration = [{ types = ["REGIONAL"] }] }
}

resource "aws_api_gateway_integration" "pass_https" {
  attrs = { type = "HTTP_PROXY", uri = "https://app.example.com" }
}

resource "aws_api_gateway_integration" "pass_not_applicable_mock" {
  attrs = { type = "MOCK" }
}

# Behind a VPC link the URI only names the host.
resource "aws_api_gateway_integration" "pass_not_applicable_vpc_link" {
  attrs = { type = "HTTP_PROXY", connection_type = "VPC_LINK", uri = "http://app.internal" }
}

resource "aws_api_gateway_integration" "fail_http" {
  expect_failure = true
  attrs          = { type = "HTTP", uri = "HTTP://app.example.com" }
}

resource "aws_api_gateway_integration" "fail_any_certificate" {
  expect_failure = true
  attrs          = { type = "HTTP", uri = "https://app.example.com", tls_config = [{ insecure_skip_verification = true }] }
}

resource "aws_apigatewayv2_integration" "pass_http_api_https" {
  attrs = { integration_type = "HTTP_PROXY", integration_uri = "https://app.example.com" }
}

resource "aws_apigatewayv2_integration" "pass_not_applicable_function" {
  attrs = { integration_type = "AWS_PROXY", integration_uri = "arn:aws:lambda:eu-central-1:111122223333:function:f" }
}

resource "aws_apigatewayv2_integration" "fail_http_api_http" {
  expect_failure = true
  attrs          = { integration_type = "HTTP_PROXY", integration_uri = "http://app.example.com" }
}
