policy_metadata "aws-ssm-secure-string" {
  demand   = "encryption-at-rest"
  severity = "medium"
  title = {
    de = "Geheimnisse im Parameter Store sind verschlüsselt"
    en = "Secrets in the Parameter Store are encrypted"
  }
  description = {
    de = "Endet der Name eines Parameters auf password, secret, token, api-key und dergleichen, hat er den Typ SecureString. Andere Prüfwerkzeuge verlangen das von jedem Parameter und melden deshalb vor allem Harmloses."
    en = "If a parameter's name ends in password, secret, token, api-key and the like, its type is SecureString. Other checkers demand that of every parameter and so report mostly harmless ones."
  }
  links = {
    "Provider: aws_ssm_parameter"  = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_parameter#type-1"
    "AWS: SecureString parameters" = "https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html"
  }

  fix "use-secure-string" {
    title = {
      de = "Typ auf SecureString ändern"
      en = "Change the type to SecureString"
    }
    action = "set_argument"
    path   = "type"
    value  = "SecureString"
    safe   = false
  }
}
