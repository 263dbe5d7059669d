# Parameters whose name says that they hold a secret are encrypted.

policy {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 4.0.0, < 7.0.0"
    }
  }
}

locals {
  secret_names = "(?i)(^|[/._-])(passwords?|passwd|passphrase|secrets?|tokens?|api[_-]?keys?|private[_-]?keys?|access[_-]?keys?|credentials?)$"
}

resource_policy "aws_ssm_parameter" "secrets_encrypted" {
  filter = core::regex_match(attrs.name, local.secret_names)

  enforce {
    condition     = attrs.type == "SecureString"
    error_message = "The parameter's name says that it holds a secret, but its type ${core::valuetostring(attrs.type)} stores it in plain text; SecureString encrypts it with KMS."
  }
}
