policy_metadata "aws-iam-trust-wildcard" {
  demand   = "least-privilege"
  severity = "high"
  title = {
    de = "Keine IAM-Rolle steht allen offen"
    en = "No IAM role is open to everybody"
  }
  description = {
    de = "Mit dem Principal * kann jedes AWS-Konto der Welt die Rolle übernehmen. Erlaubt ist der Stern nur mit einer Bedingung, die sagt, wer gemeint ist (Organisation, Konto, External ID); ein Deny mit Stern ist unbedenklich."
    en = "With the principal * every AWS account in the world can take on the role. The star is admitted only with a condition that says who is meant (organisation, account, external id); a Deny with a star is harmless."
  }
  applies_to = [
    "resource_policy.aws_iam_role.trust_not_for_everybody",
  ]
  links = {
    "Provider: aws_iam_role" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role#assume_role_policy-1"
    "AWS: principal element" = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"
  }

  fix "name-principals" {
    title = {
      de = "Principals nennen oder durch eine Bedingung eingrenzen"
      en = "Name the principals or narrow them by a condition"
    }
    action = "describe"
  }
}

policy_metadata "aws-iam-oidc-subject" {
  demand   = "least-privilege"
  severity = "high"
  title = {
    de = "Rollen für Build-Dienste nennen das Repository"
    en = "Roles for build services name the repository"
  }
  description = {
    de = "Bei GitHub Actions, GitLab und anderen OIDC-Anbietern stellt derselbe Aussteller Token für alle Kunden aus. Erst die Bedingung auf das Subjekt (token.actions.githubusercontent.com:sub) legt fest, welches Repository die Rolle übernehmen darf; die Prüfung von aud allein lässt alle herein."
    en = "With GitHub Actions, GitLab and other OIDC providers one issuer makes tokens for all customers. Only a condition on the subject (token.actions.githubusercontent.com:sub) says which repository may take on the role; checking aud alone lets everybody in."
  }
  applies_to = [
    "resource_policy.aws_iam_role.build_services_narrowed",
  ]
  links = {
    "Provider: aws_iam_role"        = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/iam_role#assume_role_policy-1"
    "GitHub: OpenID Connect in AWS" = "https://docs.github.com/en/actions/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws"
  }

  fix "name-subject" {
    title = {
      de = "Bedingung auf das Subjekt ergänzen"
      en = "Add a condition on the subject"
    }
    action = "describe"
  }
}
