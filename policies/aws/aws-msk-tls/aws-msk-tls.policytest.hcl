policytest {
  targets = ["aws-msk-tls.policy.hcl"]
}

locals {
  iam = [{ sasl = [{ iam = true }] }]
}

resource "aws_msk_cluster" "pass_default" {
  attrs = { cluster_name = "c", client_authentication = local.iam }
}

resource "aws_msk_cluster" "pass_stated" {
  attrs = { client_authentication = [{ tls = [{ certificate_authority_arns = ["a"] }] }], encryption_info = [{ encryption_in_transit = [{ client_broker = "TLS", in_cluster = true }] }] }
}

resource "aws_msk_cluster" "pass_null" {
  attrs = { client_authentication = [{ unauthenticated = null, sasl = [{ scram = true }] }], encryption_info = [{ encryption_in_transit = [{ client_broker = null, in_cluster = null }] }] }
}

resource "aws_msk_cluster" "pass_at_rest_only" {
  attrs = { client_authentication = local.iam, encryption_info = [{ encryption_at_rest_kms_key_arn = "k" }] }
}

resource "aws_msk_cluster" "fail_both" {
  expect_failure = true
  attrs          = { client_authentication = local.iam, encryption_info = [{ encryption_in_transit = [{ client_broker = "TLS_PLAINTEXT" }] }] }
}

resource "aws_msk_cluster" "fail_plaintext" {
  expect_failure = true
  attrs          = { client_authentication = local.iam, encryption_info = [{ encryption_in_transit = [{ client_broker = "PLAINTEXT" }] }] }
}

resource "aws_msk_cluster" "fail_brokers" {
  expect_failure = true
  attrs          = { client_authentication = local.iam, encryption_info = [{ encryption_in_transit = [{ in_cluster = false }] }] }
}

resource "aws_msk_cluster" "fail_no_authentication" {
  expect_failure = true
  attrs          = { cluster_name = "c" }
}

resource "aws_msk_cluster" "fail_unauthenticated" {
  expect_failure = true
  attrs          = { client_authentication = [{ unauthenticated = true, sasl = [{ iam = true }] }] }
}

resource "aws_msk_cluster" "fail_empty_authentication" {
  expect_failure = true
  attrs          = { client_authentication = [{}] }
}
