# New EBS volumes of the account are encrypted, whoever creates them.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

resource_policy "aws_ebs_encryption_by_default" "switched_on" {
  enforce {
    # The provider's default is true: declaring the resource is enough.
    condition     = core::try(attrs.enabled, true) != false
    error_message = "The account's default encryption of EBS volumes is switched off; encryption at rest is promised."
  }
}
