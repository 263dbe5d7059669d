variable "actions" {
  description = "What the pipeline may do; has no default."
  type        = list(string)
}

data "aws_iam_policy_document" "pipeline" {
  statement {
    actions   = var.actions
    resources = ["*"]
  }
}

resource "aws_iam_policy" "pipeline" {
  name   = "pipeline"
  policy = data.aws_iam_policy_document.pipeline.json
}
