policy_metadata "aws-kms-deletion-window" {
  demand   = "key-deletion-protection"
  severity = "medium"
  title = {
    de = "Gelöschte KMS-Schlüssel lassen sich noch retten"
    en = "Deleted KMS keys can still be saved"
  }
  description = {
    de = "Wer einen Schlüssel vernichtet, vernichtet alle Daten darunter. Zwischen Löschung und Vernichtung liegen deshalb mindestens 7 Tage; ohne Angabe sind es 30. Wer mehr verlangt, setzt den Parameter kms_deletion_window_min_days herauf."
    en = "Whoever destroys a key destroys all data under it. Hence at least 7 days lie between deletion and destruction; without a value there are 30. Raise the parameter kms_deletion_window_min_days to demand more."
  }
  applies_to = [
    "resource_policy.aws_kms_*.waits_long_enough",
  ]
  inputs = {
    kms_deletion_window_min_days = param.kms_deletion_window_min_days
  }
  links = {
    "Provider argument"      = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key#deletion_window_in_days-1"
    "AWS: deleting KMS keys" = "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html"
  }

  fix "lengthen-window" {
    title = {
      de = "Wartezeit verlängern"
      en = "Lengthen the waiting period"
    }
    action = "set_argument"
    path   = "deletion_window_in_days"
    value  = param.kms_deletion_window_min_days
    safe   = false
  }
}

policy_metadata "aws-kms-no-lockout" {
  demand   = "key-deletion-protection"
  severity = "medium"
  title = {
    de = "Kein KMS-Schlüssel lässt zu, dass alle ausgesperrt werden"
    en = "No KMS key admits that everybody is locked out"
  }
  description = {
    de = "Die Sicherheitsprüfung von KMS verhindert Schlüsselrichtlinien, nach denen niemand den Schlüssel mehr verwalten kann. Wer sie umgeht, riskiert Daten, die niemand mehr lesen kann."
    en = "KMS's safety check prevents key policies after which nobody can manage the key any more. Whoever bypasses it risks data that nobody can read again."
  }
  applies_to = [
    "resource_policy.aws_kms_*.no_lockout",
  ]
  links = {
    "Provider argument"       = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key#bypass_policy_lockout_safety_check-1"
    "AWS: default key policy" = "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"
  }

  fix "keep-safety-check" {
    title = {
      de = "Argument entfernen"
      en = "Remove the argument"
    }
    action = "remove_argument"
    path   = "bypass_policy_lockout_safety_check"
    safe   = false
  }
}
