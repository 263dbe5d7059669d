policytest {
  targets = ["aws-iam-wildcards.policy.hcl"]
}

resource "aws_iam_policy" "pass_narrow" {
  attrs = {
    policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::example/*" }] })
  }
}

resource "aws_iam_policy" "fail_everything" {
  expect_failure = true
  attrs = {
    policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
  }
}

resource "aws_iam_role_policy" "pass_narrow" {
  attrs = {
    policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::example/*" }] })
  }
}

resource "aws_iam_role_policy" "fail_everything" {
  expect_failure = true
  attrs = {
    policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
  }
}

resource "aws_iam_user_policy" "pass_narrow" {
  attrs = {
    policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::example/*" }] })
  }
}

resource "aws_iam_user_policy" "fail_everything" {
  expect_failure = true
  attrs = {
    policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
  }
}

resource "aws_iam_group_policy" "pass_narrow" {
  attrs = {
    policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::example/*" }] })
  }
}

resource "aws_iam_group_policy" "fail_everything" {
  expect_failure = true
  attrs = {
    policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
  }
}

resource "aws_ssoadmin_permission_set_inline_policy" "pass_narrow" {
  attrs = {
    inline_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::example/*" }] })
  }
}

resource "aws_ssoadmin_permission_set_inline_policy" "fail_everything" {
  expect_failure = true
  attrs = {
    inline_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
  }
}

# One statement alone instead of a list, and an effect that is left out in a data source is "Allow" there.
resource "aws_iam_policy" "fail_single_statement" {
  expect_failure = true
  attrs = {
    policy = jsonencode({ Statement = { Effect = "Allow", Action = ["s3:GetObject", "*"], Resource = ["arn:aws:s3:::a", "*"] } })
  }
}

resource "aws_iam_policy" "fail_star_colon_star" {
  expect_failure = true
  attrs = {
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*:*", Resource = "*" }] })
  }
}

# A condition does not make an administrator less of one.
resource "aws_iam_policy" "fail_everything_with_condition" {
  expect_failure = true
  attrs = {
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "*", Resource = "*", Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } } }] })
  }
}

resource "aws_iam_policy" "pass_denies_everything" {
  attrs = {
    policy = jsonencode({ Statement = [{ Effect = "Deny", Action = "*", Resource = "*" }] })
  }
}

resource "aws_iam_policy" "pass_denies_all_but" {
  attrs = {
    policy = jsonencode({ Statement = [{ Effect = "Deny", NotAction = ["iam:*"], Resource = "*", Condition = { BoolIfExists = { "aws:MultiFactorAuthPresent" = "false" } } }] })
  }
}

resource "aws_iam_policy" "fail_all_but" {
  expect_failure = true
  attrs = {
    policy = jsonencode({ Statement = [{ Effect = "Allow", NotAction = ["iam:*"], Resource = "*" }] })
  }
}

resource "aws_iam_policy" "pass_all_but_narrowed" {
  attrs = {
    policy = jsonencode({ Statement = [{ Effect = "Allow", NotAction = ["iam:*"], Resource = "*", Condition = { StringEquals = { "aws:RequestedRegion" = "eu-central-1" } } }] })
  }
}

resource "aws_iam_policy" "fail_whole_service" {
  expect_failure = true
  attrs = {
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["S3:*"], Resource = "*" }] })
  }
}

resource "aws_iam_policy" "fail_whole_service_but_one_resource" {
  expect_failure = true
  attrs = {
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "dynamodb:*", NotResource = "arn:aws:dynamodb:*:*:table/a" }] })
  }
}

resource "aws_iam_policy" "pass_whole_service_on_one_resource" {
  attrs = {
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Resource = ["arn:aws:s3:::a", "arn:aws:s3:::a/*"] }] })
  }
}

resource "aws_iam_policy" "pass_whole_service_narrowed" {
  attrs = {
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "ec2:*", Resource = "*", Condition = { StringEquals = { "aws:ResourceTag/team" = "web" } } }] })
  }
}

resource "aws_iam_policy" "pass_reads_everywhere" {
  attrs = {
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["ec2:Describe*", "s3:ListAllMyBuckets"], Resource = "*" }] })
  }
}

resource "aws_iam_policy" "fail_pass_any_role" {
  expect_failure = true
  attrs = {
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "*" }] })
  }
}

resource "aws_iam_policy" "fail_pass_any_role_by_wildcard" {
  expect_failure = true
  attrs = {
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:Pass*", Resource = "*" }] })
  }
}

resource "aws_iam_policy" "pass_pass_one_role" {
  attrs = {
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "arn:aws:iam::111122223333:role/task" }] })
  }
}

resource "aws_iam_policy" "pass_pass_roles_to_one_service" {
  attrs = {
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "iam:PassRole", Resource = "*", Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } } }] })
  }
}

resource "aws_iam_policy" "fail_unreadable" {
  expect_failure = true
  attrs = {
    policy = "{ Statement: everything }"
  }
}

resource "aws_iam_role" "pass_no_inline_policy" {
  attrs = {
    name = "a"
  }
}

resource "aws_iam_role" "pass_narrow_inline_policy" {
  attrs = {
    inline_policy = [{ name = "a", policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::example/*" }] }) }]
  }
}

resource "aws_iam_role" "fail_second_inline_policy_full" {
  expect_failure = true
  attrs = {
    inline_policy = [{ name = "a", policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["s3:GetObject"], Resource = "arn:aws:s3:::example/*" }] }) }, { name = "b", policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] }) }]
  }
}

# Not an IAM policy.
resource "aws_s3_bucket_policy" "pass_other_type" {
  attrs = {
    policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }] })
  }
}
