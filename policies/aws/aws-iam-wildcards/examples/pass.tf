data "aws_iam_policy_document" "reader" {
  statement {
    actions   = ["s3:GetObject", "s3:ListBucket"]
    resources = ["arn:aws:s3:::example-reports", "arn:aws:s3:::example-reports/*"]
  }

  statement {
    actions   = ["iam:PassRole"]
    resources = ["arn:aws:iam::111122223333:role/report-task"]
  }
}

resource "aws_iam_policy" "reader" {
  name   = "reports-reader"
  policy = data.aws_iam_policy_document.reader.json
}

resource "aws_iam_role_policy" "task" {
  name = "task"
  role = "report-task"

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = ["sqs:ReceiveMessage", "sqs:DeleteMessage"], Resource = "arn:aws:sqs:eu-central-1:111122223333:reports" },
      { Effect = "Deny", Action = "*", Resource = "*", Condition = { Bool = { "aws:SecureTransport" = "false" } } },
    ]
  })
}
