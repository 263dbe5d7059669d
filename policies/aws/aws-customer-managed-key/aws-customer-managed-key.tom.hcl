policy_metadata "aws-customer-managed-key" {
  demand   = "kms-management"
  severity = "low"
  title = {
    de = "Daten liegen unter eigenen KMS-Schlüsseln"
    en = "Data lies under KMS keys of the company"
  }
  description = {
    de = "Auch ohne Angabe eines Schlüssels verschlüsselt AWS mit einem KMS-Schlüssel, den AWS verwaltet; das erfüllt die Zusage „KMS-Schlüsselverwaltung“. Ein eigener Schlüssel erlaubt zusätzlich, den Zugriff auf die Daten getrennt zu vergeben und zu entziehen. Die Regel gibt deshalb nur Hinweise, und auch die erst, wenn ein Profil kms_own_keys = true setzt."
    en = "AWS encrypts with a KMS key that AWS manages even if none is named, which keeps the promise of KMS key management. A key of the company also allows access to the data to be granted and revoked separately. So the rule gives hints only, and those only where a profile sets kms_own_keys = true."
  }
  inputs = {
    kms_own_keys = param.kms_own_keys
  }
  links = {
    "Provider: aws_kms_key"      = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key"
    "AWS: customer managed keys" = "https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html"
  }

  fix "name-key" {
    title = {
      de = "Eigenen Schlüssel eintragen"
      en = "Name a key of the company"
    }
    action = "describe"
  }
}
