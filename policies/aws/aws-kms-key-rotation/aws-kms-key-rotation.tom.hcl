policy_metadata "aws-kms-key-rotation" {
  demand   = "kms-management"
  severity = "medium"
  title = {
    de = "KMS-Schlüssel rotieren jährlich"
    en = "KMS keys rotate yearly"
  }
  description = {
    de = "Symmetrische Schlüssel, deren Material KMS erzeugt hat, rotieren automatisch, und zwar mindestens alle 365 Tage. Asymmetrische Schlüssel, HMAC-Schlüssel und solche in eigenen Schlüsselspeichern können das nicht und werden nicht beurteilt."
    en = "Symmetric keys whose material KMS has made rotate automatically, at least every 365 days. Asymmetric keys, HMAC keys and those in key stores of one's own cannot do that and are not judged."
  }
  inputs = {
    key_rotation_max_days = param.key_rotation_max_days
  }
  links = {
    "Provider argument"      = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key#enable_key_rotation-1"
    "AWS: rotating KMS keys" = "https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html"
  }

  fix "enable-rotation" {
    title = {
      de = "Rotation einschalten"
      en = "Switch rotation on"
    }
    action = "set_argument"
    path   = "enable_key_rotation"
    value  = true
    safe   = true
  }

  version_note ">= 5.0.0" {
    provider = "hashicorp/aws"
    note = {
      de = "rotation_period_in_days lässt 90 bis 2560 Tage zu; ältere Provider rotieren immer nach 365 Tagen."
      en = "rotation_period_in_days admits 90 to 2560 days; older providers always rotate after 365 days."
    }
  }
}
