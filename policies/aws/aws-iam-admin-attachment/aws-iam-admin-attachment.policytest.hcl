policytest {
  targets = ["aws-iam-admin-attachment.policy.hcl"]
}

resource "aws_iam_role_policy_attachment" "pass_reads_only" {
  attrs = {
    role       = "a"
    policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  }
}

resource "aws_iam_role_policy_attachment" "fail_administrator" {
  expect_failure = true
  attrs = {
    role       = "a"
    policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
  }
}

resource "aws_iam_user_policy_attachment" "fail_reads_only" {
  expect_failure = true
  attrs = {
    user       = "a"
    policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  }
}

resource "aws_iam_user_policy_attachment" "fail_administrator" {
  expect_failure = true
  attrs = {
    user       = "a"
    policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
  }
}

resource "aws_iam_group_policy_attachment" "pass_reads_only" {
  attrs = {
    group      = "a"
    policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  }
}

resource "aws_iam_group_policy_attachment" "fail_administrator" {
  expect_failure = true
  attrs = {
    group      = "a"
    policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
  }
}

resource "aws_iam_policy_attachment" "pass_reads_only" {
  attrs = {
    name       = "a"
    policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  }
}

resource "aws_iam_policy_attachment" "fail_administrator" {
  expect_failure = true
  attrs = {
    name       = "a"
    policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
  }
}

resource "aws_ssoadmin_managed_policy_attachment" "pass_reads_only" {
  attrs = {
    permission_set_arn = "a"
    managed_policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  }
}

resource "aws_ssoadmin_managed_policy_attachment" "fail_administrator" {
  expect_failure = true
  attrs = {
    permission_set_arn = "a"
    managed_policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
  }
}

resource "aws_iam_role_policy_attachment" "fail_power_user" {
  expect_failure = true
  attrs = {
    role       = "a"
    policy_arn = "arn:aws:iam::aws:policy/PowerUserAccess"
  }
}

resource "aws_iam_role_policy_attachment" "fail_iam_in_china" {
  expect_failure = true
  attrs = {
    role       = "a"
    policy_arn = "arn:aws-cn:iam::aws:policy/IAMFullAccess"
  }
}

# A policy of the company's own that happens to have the name.
resource "aws_iam_role_policy_attachment" "pass_own_policy" {
  attrs = {
    role       = "a"
    policy_arn = "arn:aws:iam::111122223333:policy/AdministratorAccess"
  }
}

resource "aws_iam_role" "pass_no_list" {
  attrs = {
    name = "a"
  }
}

resource "aws_iam_role" "pass_reads_only" {
  attrs = {
    name                = "a"
    managed_policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
  }
}

resource "aws_iam_role" "fail_administrator" {
  expect_failure = true
  attrs = {
    name                = "a"
    managed_policy_arns = ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/AdministratorAccess"]
  }
}

resource "aws_iam_role_policy_attachments_exclusive" "fail_administrator" {
  expect_failure = true
  attrs = {
    role_name   = "a"
    policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]
  }
}

resource "aws_iam_user_policy_attachments_exclusive" "fail_administrator" {
  expect_failure = true
  attrs = {
    user_name   = "a"
    policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]
  }
}

resource "aws_iam_group_policy_attachments_exclusive" "fail_administrator" {
  expect_failure = true
  attrs = {
    group_name  = "a"
    policy_arns = ["arn:aws:iam::aws:policy/AdministratorAccess"]
  }
}

resource "aws_iam_user_policy" "fail_any" {
  expect_failure = true
  attrs = {
    user = "a"
  }
}

resource "aws_iam_policy_attachment" "fail_to_a_user" {
  expect_failure = true
  attrs = {
    name       = "a"
    users      = ["anna"]
    policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
  }
}
