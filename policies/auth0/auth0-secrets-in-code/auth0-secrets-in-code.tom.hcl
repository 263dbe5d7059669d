policy_metadata "auth0-secrets-in-code" {
  demand   = "secrets-in-code"
  severity = "critical"
  title = {
    de = "Im Terraform-Code für Auth0 stehen keine Geheimnisse"
    en = "Terraform code for Auth0 holds no secrets"
  }
  description = {
    de = "Client-Secrets, Kennwörter und Schlüssel im Code sind für alle lesbar, die das Repository lesen, und stehen zudem im Zustand. Auch der Vorgabewert einer Variablen zählt."
    en = "Client secrets, passwords and keys in the code can be read by everybody who reads the repository, and are in the state as well. The default of a variable counts, too."
  }
  links = {
    "Provider argument"    = "https://registry.terraform.io/providers/auth0/auth0/latest/docs/resources/connection#client_secret"
    "Write-only arguments" = "https://developer.hashicorp.com/terraform/language/manage-sensitive-data/write-only"
  }

  fix "move-secret" {
    title = {
      de = "Geheimnis in einen Geheimnisspeicher oder eine Variable ohne Vorgabewert verlegen und ändern"
      en = "Move the secret to a secret store or a variable without a default, and change it"
    }
    action = "describe"
  }
}
