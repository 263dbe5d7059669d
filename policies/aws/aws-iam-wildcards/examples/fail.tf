resource "aws_iam_policy" "developers" {
  name = "developers"

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "*", Resource = "*" }]
  })
}

data "aws_iam_policy_document" "pipeline" {
  statement {
    actions   = ["s3:*", "iam:PassRole"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "pipeline" {
  name   = "pipeline"
  role   = "pipeline"
  policy = data.aws_iam_policy_document.pipeline.json
}
