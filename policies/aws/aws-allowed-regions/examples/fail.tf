# Operated by a licensee, not by AWS.
provider "aws" {
  region = "cn-north-1"
}

resource "aws_secretsmanager_secret" "api" {
  name = "api"

  replica {
    region = "cn-northwest-1"
  }
}
