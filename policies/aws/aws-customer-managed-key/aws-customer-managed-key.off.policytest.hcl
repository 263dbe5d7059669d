policytest {
  targets = ["aws-customer-managed-key.policy.hcl"]
}

# Nothing is demanded where the profile says so.
inputs {
  kms_own_keys = false
}

resource "aws_secretsmanager_secret" "pass_no_key" {
  attrs = {
    name = "a"
  }
}

resource "aws_dynamodb_table" "pass_no_block" {
  attrs = {
    name = "a"
  }
}
