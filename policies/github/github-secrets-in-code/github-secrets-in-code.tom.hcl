policy_metadata "github-secrets-in-code" {
  demand   = "secrets-in-code"
  severity = "critical"
  title = {
    de = "Im Terraform-Code für GitHub stehen keine Geheimnisse"
    en = "Terraform code for GitHub holds no secrets"
  }
  description = {
    de = "Geheimnisse für Actions, Dependabot, Codespaces und Webhooks stehen nicht im Klartext im Code. Ein mit dem Schlüssel des Repositorys verschlüsselter Wert darf dort stehen."
    en = "Secrets for Actions, Dependabot, Codespaces and webhooks are not in the code in plain text. A value that is encrypted with the repository's key may be there."
  }
  applies_to = [
    "resource_policy.github_*.no_secret_in_code",
  ]
  links = {
    "Provider argument"  = "https://registry.terraform.io/providers/integrations/github/latest/docs/resources/actions_secret#plaintext_value"
    "Secrets in Actions" = "https://docs.github.com/en/actions/concepts/security/secrets"
  }

  fix "move-secret" {
    title = {
      de = "Geheimnis in einen Geheimnisspeicher oder eine Variable ohne Vorgabewert verlegen und ändern"
      en = "Move the secret to a secret store or a variable without a default, and change it"
    }
    action = "describe"
  }
}

policy_metadata "github-secret-scanning" {
  demand   = "secrets-in-code"
  severity = "medium"
  title = {
    de = "GitHub sucht nach eingecheckten Geheimnissen"
    en = "GitHub looks for secrets that were committed"
  }
  description = {
    de = "Der Push-Schutz weist Commits mit erkannten Zugangsdaten ab, bevor sie im Repository stehen."
    en = "Push protection refuses commits with recognised credentials before they are in the repository."
  }
  applies_to = [
    "resource_policy.github_repository.push_protection",
    "resource_policy.github_organization_settings.push_protection",
  ]
  links = {
    "Provider argument" = "https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository#secret_scanning_push_protection"
    "Push protection"   = "https://docs.github.com/en/code-security/secret-scanning/introduction/about-push-protection"
  }

  fix "enable-push-protection" {
    title = {
      de = "Push-Schutz einschalten"
      en = "Enable push protection"
    }
    action = "describe"
  }
}
