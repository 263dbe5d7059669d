variable "p" {
  type      = string
  ephemeral = true
  default   = "secret"
}
provider "aws" {
  region     = "us-east-1"
  access_key = var.p
}
resource "aws_s3_bucket" "b" {}
