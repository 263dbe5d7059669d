variable "region" {
  description = "Where everything is; has no default."
  type        = string
}

provider "aws" {
  region = var.region
}
