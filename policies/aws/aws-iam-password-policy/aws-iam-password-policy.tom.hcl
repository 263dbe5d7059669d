policy_metadata "aws-iam-password-length" {
  demand   = "password-policy"
  severity = "high"
  title = {
    de = "Passwörter von AWS-Benutzern haben mindestens 15 Zeichen"
    en = "Passwords of AWS users have at least 15 characters"
  }
  description = {
    de = "Die TOM sagt Passwörter nach NIST zu: 15 Zeichen, wo das Passwort der einzige Faktor ist. Vorsicht: aws_iam_account_password_policy ohne minimum_password_length senkt die Mindestlänge des Kontos von 8 auf 6. Zusammensetzungsregeln (Ziffern, Sonderzeichen) verlangt NIST nicht; sie werden nicht beurteilt."
    en = "The TOM promises passwords according to NIST: 15 characters where the password is the only factor. Beware: aws_iam_account_password_policy without minimum_password_length lowers the account's minimum from 8 to 6. NIST demands no rules of composition (digits, symbols), so they are not judged."
  }
  applies_to = [
    "resource_policy.aws_iam_account_password_policy.long_enough",
    "resource_policy.aws_iam_user_login_profile.initial_password_long_enough",
  ]
  inputs = {
    password_min_length = param.password_min_length
  }
  links = {
    "Provider: aws_iam_account_password_policy" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy#minimum_password_length-1"
    "NIST SP 800-63B-4"                         = "https://pages.nist.gov/800-63-4/sp800-63b.html"
  }

  fix "set-length" {
    title = {
      de = "Mindestlänge setzen"
      en = "Set the minimum length"
    }
    action = "set_argument"
    path   = "minimum_password_length"
    value  = param.password_min_length
    safe   = false
  }
}

policy_metadata "aws-iam-password-expiry" {
  demand   = "password-policy"
  severity = "medium"
  title = {
    de = "Passwörter laufen nicht nach Kalender ab"
    en = "Passwords do not expire by calendar"
  }
  description = {
    de = "NIST untersagt den erzwungenen Wechsel ohne Anlass, weil er zu schwächeren Passwörtern führt. Gängige Prüfwerkzeuge (CKV_AWS_9, AVD-AWS-0062) verlangen das Gegenteil; wer beide einsetzt, schaltet jene ab. Selbst ändern dürfen Benutzer ihr Passwort jederzeit."
    en = "NIST forbids a forced change without cause, because it leads to weaker passwords. Common checkers (CKV_AWS_9, AVD-AWS-0062) demand the opposite; whoever runs both switches those off. Users may change their password themselves at any time."
  }
  applies_to = [
    "resource_policy.aws_iam_account_password_policy.not_changed_by_calendar",
  ]
  links = {
    "Provider: aws_iam_account_password_policy" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy#max_password_age-1"
    "NIST SP 800-63B-4"                         = "https://pages.nist.gov/800-63-4/sp800-63b.html"
  }

  fix "no-expiry" {
    title = {
      de = "Ablauf entfernen"
      en = "Remove the expiry"
    }
    action = "remove_argument"
    path   = "max_password_age"
    safe   = false
  }
}

policy_metadata "aws-iam-initial-password" {
  demand   = "default-credentials"
  severity = "medium"
  title = {
    de = "Anfangspasswörter werden sofort geändert"
    en = "Initial passwords are changed at once"
  }
  description = {
    de = "Das Passwort, das Terraform für einen Benutzer erzeugt, kennt auch, wer den State liest. Deshalb muss der Benutzer es bei der ersten Anmeldung ändern; voreingestellt ist das nicht."
    en = "The password that Terraform makes for a user is also known to whoever reads the state. So the user must change it at the first sign-in; that is not the default."
  }
  applies_to = [
    "resource_policy.aws_iam_user_login_profile.initial_password_changed",
  ]
  links = {
    "Provider: aws_iam_user_login_profile"  = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_user_login_profile#password_reset_required-1"
    "AWS: managing passwords for IAM users" = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_admin-change-user.html"
  }

  fix "require-reset" {
    title = {
      de = "Änderung bei der ersten Anmeldung verlangen"
      en = "Demand a change at the first sign-in"
    }
    action = "set_argument"
    path   = "password_reset_required"
    value  = true
    safe   = false
  }
}

policy_metadata "aws-cognito-password-policy" {
  demand   = "password-policy"
  severity = "medium"
  title = {
    de = "Passwörter in Cognito haben mindestens 15 Zeichen"
    en = "Passwords in Cognito have at least 15 characters"
  }
  description = {
    de = "Cognito begnügt sich ohne Angabe mit 8 Zeichen. Das entspricht NIST nur, wenn jeder Benutzer einen zweiten Faktor hat (mfa_configuration = \"ON\"); sonst sind es 15."
    en = "Cognito is content with 8 characters unless told otherwise. That is according to NIST only if every user has a second factor (mfa_configuration = \"ON\"); else it takes 15."
  }
  applies_to = [
    "resource_policy.aws_cognito_user_pool.pool_passwords_long_enough",
  ]
  inputs = {
    password_min_length = param.password_min_length
  }
  links = {
    "Provider: aws_cognito_user_pool" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool#password_policy-1"
    "NIST SP 800-63B-4"               = "https://pages.nist.gov/800-63-4/sp800-63b.html"
  }

  fix "set-pool-length" {
    title = {
      de = "Mindestlänge setzen"
      en = "Set the minimum length"
    }
    action = "set_argument"
    path   = "password_policy[0].minimum_length"
    value  = param.password_min_length
    safe   = false
  }
}

presence "aws-iam-password-policy-present" {
  demand   = "password-policy"
  severity = "medium"
  title = {
    de = "Zu Benutzern mit Konsolenzugang gibt es eine Passwort-Richtlinie"
    en = "Where users have console access there is a password policy"
  }
  description = {
    de = "Ohne aws_iam_account_password_policy gilt die Vorgabe von AWS mit 8 Zeichen. Geprüft wird jedes Root-Modul, das Konsolenzugänge anlegt; steht die Richtlinie in einem anderen, ist die Warnung hier kein Mangel."
    en = "Without aws_iam_account_password_policy AWS's default of 8 characters holds. Every root module that creates console access is judged; if the policy stands in another one, the warning is no defect."
  }
  links = {
    "Provider: aws_iam_account_password_policy" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_account_password_policy"
  }
  enforcement_level = "advisory"
  per               = "world"

  when "aws_iam_user_login_profile" {}

  expect "aws_iam_account_password_policy" {}

  fix "add-password-policy" {
    title = {
      de = "Passwort-Richtlinie anlegen"
      en = "Add a password policy"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_iam_account_password_policy" "account" {
        minimum_password_length = 15
      }
    EOT
    safe    = false
  }
}
