resource "aws_iam_role_policy_attachment" "pipeline" {
  role       = "pipeline"
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_user_policy_attachment" "anna" {
  user       = "anna"
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}
