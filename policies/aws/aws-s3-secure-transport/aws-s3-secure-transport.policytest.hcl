policytest {
  targets = ["aws-s3-secure-transport.policy.hcl"]
}

resource "aws_s3_bucket" "pass_reference" {
  attrs = { id = "a", arn = "arn:aws:s3:::a" }
}

resource "aws_s3_bucket_policy" "a" {
  skip = true
  attrs = {
    bucket = aws_s3_bucket.pass_reference.id
    policy = jsonencode({
      Version = "2012-10-17"
      Statement = [{
        Sid       = "TlsOnly"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = [aws_s3_bucket.pass_reference.arn, "${aws_s3_bucket.pass_reference.arn}/*"]
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      }]
    })
  }
}

# The spellings that aws_iam_policy_document gives: AWS principals, one statement that is no list, boolean values.
resource "aws_s3_bucket" "pass_single_statement" {
  attrs = { id = "b" }
}

resource "aws_s3_bucket_policy" "b" {
  skip = true
  attrs = {
    bucket = "b"
    policy = jsonencode({
      Statement = {
        Effect    = "Deny"
        Principal = { AWS = ["*"] }
        Action    = ["S3:*"]
        Resource  = ["arn:aws:s3:::b/*", "arn:aws:s3:::b"]
        Condition = { Bool = { "AWS:securetransport" = false } }
      }
    })
  }
}

resource "aws_s3_bucket" "pass_heredoc_among_others" {
  attrs = { id = "c" }
}

resource "aws_s3_bucket_policy" "c" {
  skip = true
  attrs = {
    bucket = "c"
    policy = <<-EOT
      {
        "Version": "2012-10-17",
        "Statement": [
          { "Effect": "Allow", "Principal": { "Service": "logging.s3.amazonaws.com" }, "Action": "s3:PutObject", "Resource": "arn:aws:s3:::c/*" },
          { "Effect": "Deny", "Principal": { "AWS": "*" }, "Action": "*", "Resource": "*", "Condition": { "BoolIfExists": { "aws:SecureTransport": ["false"] } } }
        ]
      }
    EOT
  }
}

# Two statements may share the work.
resource "aws_s3_bucket" "pass_two_statements" {
  attrs = { id = "d" }
}

resource "aws_s3_bucket_policy" "d" {
  skip = true
  attrs = {
    bucket = "d"
    policy = jsonencode({
      Statement = [
        { Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::d", Condition = { Bool = { "aws:SecureTransport" = "false" } } },
        { Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::d/*", Condition = { Bool = { "aws:SecureTransport" = "false" } } },
      ]
    })
  }
}

resource "aws_s3_bucket" "pass_wildcard_covers_both" {
  attrs = { id = "e" }
}

resource "aws_s3_bucket_policy" "e" {
  skip = true
  attrs = {
    bucket = "e"
    policy = jsonencode({
      Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::e*", Condition = { Bool = { "aws:SecureTransport" = "false" } } }]
    })
  }
}

resource "aws_s3_bucket" "pass_inline_policy" {
  attrs = {
    id = "f"
    policy = jsonencode({
      Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = ["arn:aws:s3:::f", "arn:aws:s3:::f/*"], Condition = { Bool = { "aws:SecureTransport" = "false" } } }]
    })
  }
}

resource "aws_s3_bucket" "fail_no_policy" {
  expect_failure = true
  attrs          = { id = "g" }
}

resource "aws_s3_bucket" "fail_null_policy" {
  expect_failure = true
  attrs          = { id = "h", policy = null }
}

resource "aws_s3_bucket" "fail_no_json" {
  expect_failure = true
  attrs          = { id = "i", policy = "not json" }
}

# Allowing TLS does not forbid the rest.
resource "aws_s3_bucket" "fail_allow_with_tls" {
  expect_failure = true
  attrs = {
    id = "j"
    policy = jsonencode({
      Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:*", Resource = ["arn:aws:s3:::j", "arn:aws:s3:::j/*"], Condition = { Bool = { "aws:SecureTransport" = "true" } } }]
    })
  }
}

resource "aws_s3_bucket" "fail_deny_with_tls" {
  expect_failure = true
  attrs = {
    id = "k"
    policy = jsonencode({
      Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = ["arn:aws:s3:::k", "arn:aws:s3:::k/*"], Condition = { Bool = { "aws:SecureTransport" = "true" } } }]
    })
  }
}

resource "aws_s3_bucket" "fail_one_principal" {
  expect_failure = true
  attrs = {
    id = "l"
    policy = jsonencode({
      Statement = [{ Effect = "Deny", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "s3:*", Resource = ["arn:aws:s3:::l", "arn:aws:s3:::l/*"], Condition = { Bool = { "aws:SecureTransport" = "false" } } }]
    })
  }
}

resource "aws_s3_bucket" "fail_not_principal" {
  expect_failure = true
  attrs = {
    id = "m"
    policy = jsonencode({
      Statement = [{ Effect = "Deny", NotPrincipal = { AWS = "*" }, Action = "s3:*", Resource = ["arn:aws:s3:::m", "arn:aws:s3:::m/*"], Condition = { Bool = { "aws:SecureTransport" = "false" } } }]
    })
  }
}

resource "aws_s3_bucket" "fail_one_action" {
  expect_failure = true
  attrs = {
    id = "n"
    policy = jsonencode({
      Statement = [{ Effect = "Deny", Principal = "*", Action = ["s3:GetObject"], Resource = ["arn:aws:s3:::n", "arn:aws:s3:::n/*"], Condition = { Bool = { "aws:SecureTransport" = "false" } } }]
    })
  }
}

resource "aws_s3_bucket" "fail_objects_only" {
  expect_failure = true
  attrs = {
    id = "o"
    policy = jsonencode({
      Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::o/*", Condition = { Bool = { "aws:SecureTransport" = "false" } } }]
    })
  }
}

resource "aws_s3_bucket" "fail_bucket_only" {
  expect_failure = true
  attrs = {
    id = "p"
    policy = jsonencode({
      Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::p", Condition = { Bool = { "aws:SecureTransport" = "false" } } }]
    })
  }
}

resource "aws_s3_bucket" "fail_one_folder" {
  expect_failure = true
  attrs = {
    id = "q"
    policy = jsonencode({
      Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = ["arn:aws:s3:::q", "arn:aws:s3:::q/public/*"], Condition = { Bool = { "aws:SecureTransport" = "false" } } }]
    })
  }
}

# A second condition narrows the statement.
resource "aws_s3_bucket" "fail_narrowed" {
  expect_failure = true
  attrs = {
    id = "r"
    policy = jsonencode({
      Statement = [{
        Effect    = "Deny", Principal = "*", Action = "s3:*", Resource = ["arn:aws:s3:::r", "arn:aws:s3:::r/*"],
        Condition = { Bool = { "aws:SecureTransport" = "false" }, StringNotEquals = { "aws:PrincipalOrgID" = "o-1" } }
      }]
    })
  }
}

resource "aws_s3_bucket" "fail_no_condition" {
  expect_failure = true
  attrs = {
    id = "s"
    policy = jsonencode({
      Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = ["arn:aws:s3:::s", "arn:aws:s3:::s/*"] }]
    })
  }
}

# Refusing old TLS says nothing about requests without any.
resource "aws_s3_bucket" "fail_tls_version_only" {
  expect_failure = true
  attrs = {
    id = "t"
    policy = jsonencode({
      Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = ["arn:aws:s3:::t", "arn:aws:s3:::t/*"], Condition = { NumericLessThan = { "s3:TlsVersion" = "1.2" } } }]
    })
  }
}

resource "aws_s3_bucket" "fail_policy_of_another_bucket" {
  expect_failure = true
  attrs          = { id = "a-copy" }
}
