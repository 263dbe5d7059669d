policy_metadata "aws-cognito-mfa" {
  demand   = "mfa"
  severity = "medium"
  title = {
    de = "Cognito verlangt einen zweiten Faktor"
    en = "Cognito demands a second factor"
  }
  description = {
    de = "Zugesagt ist 2FA für Admin-Konten. Ob ein Benutzerpool Administratoren enthält, zeigt die Konfiguration nicht, deshalb ein Hinweis. SMS allein genügt nicht, weil NIST sie nur eingeschränkt zulässt."
    en = "2FA is promised for accounts of administrators. Whether a user pool holds administrators the configuration does not show, hence a hint. Text messages alone are not enough, because NIST restricts them."
  }
  applies_to = [
    "resource_policy.aws_cognito_user_pool.pool_demands_second_factor",
  ]
  links = {
    "Provider: aws_cognito_user_pool" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cognito_user_pool#mfa_configuration-1"
    "AWS: MFA in user pools"          = "https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-settings-mfa.html"
  }

  fix "demand-second-factor" {
    title = {
      de = "Zweiten Faktor verlangen"
      en = "Demand a second factor"
    }
    action = "set_argument"
    path   = "mfa_configuration"
    value  = "ON"
    safe   = false
  }
}

policy_metadata "aws-client-vpn-mfa" {
  demand   = "mfa"
  severity = "medium"
  title = {
    de = "Der VPN-Zugang lässt einen zweiten Faktor zu"
    en = "VPN access can demand a second factor"
  }
  description = {
    de = "Ein Client-VPN, das nur Zertifikate prüft, kennt keinen zweiten Faktor: Wer das Gerät hat, ist im Netz. Mit Single Sign-on oder einem Verzeichnis lässt sich 2FA verlangen."
    en = "A client VPN that checks certificates only knows no second factor: whoever has the device is in the network. Single sign-on or a directory can demand 2FA."
  }
  applies_to = [
    "resource_policy.aws_ec2_client_vpn_endpoint.vpn_demands_second_factor",
  ]
  links = {
    "Provider: aws_ec2_client_vpn_endpoint" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_client_vpn_endpoint#authentication_options-1"
    "AWS: client authentication"            = "https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/client-authentication.html"
  }

  fix "single-sign-on" {
    title = {
      de = "Anmeldung über Single Sign-on einrichten"
      en = "Set up single sign-on"
    }
    action = "describe"
  }
}

policy_metadata "aws-iam-role-mfa" {
  demand   = "mfa"
  severity = "medium"
  title = {
    de = "Menschen übernehmen IAM-Rollen nur mit zweitem Faktor"
    en = "People take on IAM roles with a second factor only"
  }
  description = {
    de = "Vertraut eine Rolle Benutzern oder einem ganzen Konto, genügt ein gestohlener Zugang, um sie zu übernehmen, außer die Vertrauensrichtlinie verlangt aws:MultiFactorAuthPresent. Rollen für Dienste, Föderation und einzelne andere Rollen werden nicht beurteilt, Zugänge Dritter mit vereinbarter External ID sind ausgenommen."
    en = "If a role trusts users or a whole account, one stolen access is enough to take it on, unless the trust policy demands aws:MultiFactorAuthPresent. Roles for services, federation and single other roles are not judged; third parties with an agreed external id are exempt."
  }
  applies_to = [
    "resource_policy.aws_iam_role.people_need_second_factor",
  ]
  links = {
    "Provider: aws_iam_role"        = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role#assume_role_policy-1"
    "AWS: MFA-protected API access" = "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html"
  }

  fix "demand-second-factor" {
    title = {
      de = "Bedingung aws:MultiFactorAuthPresent = true ergänzen"
      en = "Add the condition aws:MultiFactorAuthPresent = true"
    }
    action = "describe"
  }
}

presence "aws-iam-mfa-enforced" {
  demand   = "mfa"
  severity = "high"
  title = {
    de = "Zu Benutzern mit Konsolenzugang gibt es eine Richtlinie, die 2FA erzwingt"
    en = "Where users have console access there is a policy that enforces 2FA"
  }
  description = {
    de = "Ob ein IAM-Benutzer einen zweiten Faktor eingerichtet hat, steht in keiner Terraform-Konfiguration. Prüfen lässt sich nur, ob eine Richtlinie ohne ihn alles verbietet (Deny mit BoolIfExists aws:MultiFactorAuthPresent = false). Geprüft wird jedes Root-Modul, das Konsolenzugänge anlegt; steht die Richtlinie anderswo, ist die Warnung kein Mangel."
    en = "Whether an IAM user has set up a second factor stands in no Terraform configuration. What can be checked is whether a policy denies everything without one (Deny with BoolIfExists aws:MultiFactorAuthPresent = false). Every root module that creates console access is judged; if the policy stands elsewhere, the warning is no defect."
  }
  links = {
    "Provider: aws_iam_group_policy"              = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_group_policy"
    "AWS: IAM users manage their own MFA devices" = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_my-sec-creds-self-manage-mfa-only.html"
  }
  enforcement_level = "advisory"
  per               = "world"

  when "aws_iam_user_login_profile" {}

  expect "aws_iam_policy" {
    filter = core::contains_substring(core::lower(attrs.policy), "aws:multifactorauthpresent")
  }

  expect "aws_iam_group_policy" {
    filter = core::contains_substring(core::lower(attrs.policy), "aws:multifactorauthpresent")
  }

  expect "aws_iam_user_policy" {
    filter = core::contains_substring(core::lower(attrs.policy), "aws:multifactorauthpresent")
  }

  fix "enforce-mfa" {
    title = {
      de = "Richtlinie anlegen, die ohne zweiten Faktor alles verbietet"
      en = "Add a policy that denies everything without a second factor"
    }
    action = "describe"
  }
}
