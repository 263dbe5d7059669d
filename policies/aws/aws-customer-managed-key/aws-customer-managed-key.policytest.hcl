policytest {
  targets = ["aws-customer-managed-key.policy.hcl"]
}

# Nothing is demanded unless a profile says so.
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
