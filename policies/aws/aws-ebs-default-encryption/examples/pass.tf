# Declaring it switches it on.
resource "aws_ebs_encryption_by_default" "region" {}
