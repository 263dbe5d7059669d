policytest {
  targets = ["aws-iam-admin-attachment.policy.hcl"]
}

# The role Owner is meant to have them.
inputs {
  iam_admin_roles = ["owner"]
}

resource "aws_iam_role_policy_attachment" "pass_owner" {
  attrs = {
    role       = "owner"
    policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
  }
}

resource "aws_iam_role_policy_attachment" "fail_other" {
  expect_failure = true
  attrs = {
    role       = "pipeline"
    policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
  }
}

resource "aws_iam_role" "pass_owner" {
  attrs = {
    name                = "owner"
    managed_policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]
  }
}
