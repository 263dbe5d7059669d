provider "aws" {
  region = "eu-central-1"
}

resource "aws_s3_bucket" "reports" {
  bucket = "example-reports"
}

resource "aws_secretsmanager_secret" "api" {
  name = "api"

  replica {
    region = "eu-west-1"
  }
}
