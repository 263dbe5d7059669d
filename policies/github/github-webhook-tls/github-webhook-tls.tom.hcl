policy_metadata "github-webhook-tls" {
  demand   = "secure-transport-only"
  severity = "high"
  title = {
    de = "GitHub-Webhooks werden nur verschlüsselt zugestellt"
    en = "GitHub webhooks are delivered encrypted only"
  }
  description = {
    de = "Die Adresse ist eine HTTPS-Adresse, und das Zertifikat des Empfängers wird geprüft. insecure_ssl allein sagt über HTTP-Adressen nichts."
    en = "The address is an HTTPS address, and the receiver's certificate is checked. insecure_ssl alone says nothing about HTTP addresses."
  }
  applies_to = [
    "resource_policy.github_*_webhook.encrypted",
  ]
  links = {
    "Provider argument"           = "https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository_webhook#insecure_ssl"
    "Best practices for webhooks" = "https://docs.github.com/en/webhooks/using-webhooks/best-practices-for-using-webhooks"
  }

  fix "check-certificate" {
    title = {
      de = "Zertifikat prüfen lassen"
      en = "Let the certificate be checked"
    }
    action = "set_argument"
    path   = "configuration[0].insecure_ssl"
    value  = false
    safe   = false
  }
}

policy_metadata "github-webhook-signed" {
  demand   = "secure-transport-only"
  severity = "medium"
  title = {
    de = "GitHub-Webhooks sind signiert"
    en = "GitHub webhooks are signed"
  }
  description = {
    de = "Ohne Geheimnis kann jeder, der die Adresse kennt, dem Empfänger etwas vorspielen. Das Geheimnis gehört nicht in den Code."
    en = "Without a secret everybody who knows the address can deceive the receiver. The secret does not belong into the code."
  }
  applies_to = [
    "resource_policy.github_*_webhook.signed",
  ]
  links = {
    "Provider argument"     = "https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository_webhook#secret"
    "Validating deliveries" = "https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries"
  }

  fix "add-secret" {
    title = {
      de = "Geheimnis setzen"
      en = "Set a secret"
    }
    action = "describe"
  }
}
