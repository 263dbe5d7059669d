variable "policy_arn" {
  description = "Policy of the pipeline; has no default."
  type        = string
}

resource "aws_iam_role_policy_attachment" "pipeline" {
  role       = "pipeline"
  policy_arn = var.policy_arn
}
