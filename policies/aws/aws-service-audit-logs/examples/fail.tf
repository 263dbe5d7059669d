resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::111122223333:role/eks"

  vpc_config {
    subnet_ids = ["subnet-00000000000000000", "subnet-00000000000000001"]
  }
}

# Looks as if it logged, but enabled is false unless stated.
resource "aws_lb" "web" {
  name    = "web"
  subnets = ["subnet-00000000000000000", "subnet-00000000000000001"]

  access_logs {
    bucket = "example-access-logs"
  }
}
