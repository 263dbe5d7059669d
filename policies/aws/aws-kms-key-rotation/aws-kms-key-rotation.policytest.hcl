policytest {
  targets = ["aws-kms-key-rotation.policy.hcl"]
}

resource "aws_kms_key" "pass_rotates" {
  attrs = {
    enable_key_rotation = true
  }
}

resource "aws_kms_key" "pass_rotates_quarterly" {
  attrs = {
    enable_key_rotation     = true
    rotation_period_in_days = 90
  }
}

resource "aws_kms_key" "pass_written_out" {
  attrs = {
    enable_key_rotation      = true
    key_usage                = "ENCRYPT_DECRYPT"
    customer_master_key_spec = "SYMMETRIC_DEFAULT"
    custom_key_store_id      = null
    rotation_period_in_days  = null
  }
}

resource "aws_kms_key" "fail_not_set" {
  expect_failure = true
  attrs = {
    description = "a"
  }
}

resource "aws_kms_key" "fail_null" {
  expect_failure = true
  attrs = {
    enable_key_rotation = null
  }
}

resource "aws_kms_key" "fail_switched_off" {
  expect_failure = true
  attrs = {
    enable_key_rotation = false
  }
}

resource "aws_kms_key" "fail_too_rarely" {
  expect_failure = true
  attrs = {
    enable_key_rotation     = true
    rotation_period_in_days = 730
  }
}

# What cannot rotate is not judged.
resource "aws_kms_key" "pass_signing" {
  attrs = {
    key_usage                = "SIGN_VERIFY"
    customer_master_key_spec = "ECC_NIST_P256"
  }
}

resource "aws_kms_key" "pass_asymmetric_encryption" {
  attrs = {
    customer_master_key_spec = "RSA_4096"
  }
}

resource "aws_kms_key" "pass_hmac" {
  attrs = {
    key_usage                = "GENERATE_VERIFY_MAC"
    customer_master_key_spec = "HMAC_256"
  }
}

resource "aws_kms_key" "pass_cloudhsm" {
  attrs = {
    custom_key_store_id = "cks-1"
  }
}

resource "aws_kms_key" "pass_external_store" {
  attrs = {
    custom_key_store_id = "cks-2"
    xks_key_id          = "1"
  }
}
