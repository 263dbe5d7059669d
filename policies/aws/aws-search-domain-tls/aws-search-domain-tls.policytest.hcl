policytest {
  targets = ["aws-search-domain-tls.policy.hcl"]
}

locals {
  nodes = [{ enabled = true }]
  tls12 = [{ enforce_https = true, tls_security_policy = "Policy-Min-TLS-1-2-2019-07" }]
}

resource "aws_opensearch_domain" "pass_tls_1_2" {
  attrs = { domain_endpoint_options = local.tls12, node_to_node_encryption = local.nodes }
}

# In a block that leaves enforce_https out, the provider sends true.
resource "aws_opensearch_domain" "pass_https_by_provider" {
  attrs = { domain_endpoint_options = [{ tls_security_policy = "Policy-Min-TLS-1-2-PFS-2023-10" }], node_to_node_encryption = local.nodes }
}

resource "aws_opensearch_domain" "pass_fips" {
  attrs = { domain_endpoint_options = [{ enforce_https = null, tls_security_policy = "Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08" }], node_to_node_encryption = local.nodes }
}

resource "aws_elasticsearch_domain" "pass_elasticsearch" {
  attrs = { domain_endpoint_options = local.tls12, node_to_node_encryption = local.nodes }
}

resource "aws_opensearch_domain" "fail_no_options" {
  expect_failure = true
  attrs          = { node_to_node_encryption = local.nodes }
}

resource "aws_opensearch_domain" "fail_null_options" {
  expect_failure = true
  attrs          = { domain_endpoint_options = null, node_to_node_encryption = local.nodes }
}

resource "aws_opensearch_domain" "fail_http" {
  expect_failure = true
  attrs          = { domain_endpoint_options = [{ enforce_https = false, tls_security_policy = "Policy-Min-TLS-1-2-2019-07" }], node_to_node_encryption = local.nodes }
}

resource "aws_opensearch_domain" "fail_tls_1_0" {
  expect_failure = true
  attrs          = { domain_endpoint_options = [{ enforce_https = true, tls_security_policy = "Policy-Min-TLS-1-0-2019-07" }], node_to_node_encryption = local.nodes }
}

resource "aws_opensearch_domain" "fail_policy_unset" {
  expect_failure = true
  attrs          = { domain_endpoint_options = [{ enforce_https = true }], node_to_node_encryption = local.nodes }
}

resource "aws_elasticsearch_domain" "fail_policy_null" {
  expect_failure = true
  attrs          = { domain_endpoint_options = [{ enforce_https = true, tls_security_policy = null }], node_to_node_encryption = local.nodes }
}

resource "aws_opensearch_domain" "fail_nodes_unset" {
  expect_failure = true
  attrs          = { domain_endpoint_options = local.tls12 }
}

resource "aws_elasticsearch_domain" "fail_nodes_off" {
  expect_failure = true
  attrs          = { domain_endpoint_options = local.tls12, node_to_node_encryption = [{ enabled = false }] }
}

resource "aws_s3_bucket" "pass_not_applicable" {
  attrs = { bucket = "b" }
}
