policy_metadata "azure-secrets-in-code" {
  demand   = "secrets-in-code"
  severity = "critical"
  title = {
    de = "Im Terraform-Code für Azure stehen keine Geheimnisse"
    en = "Terraform code for Azure holds no secrets"
  }
  description = {
    de = "Kennwörter, Schlüssel und Verbindungszeichenfolgen im Code sind für alle lesbar, die das Repository lesen, und stehen zudem im Zustand. Auch der Vorgabewert einer Variablen zählt. Ein Wert, der erst zur Laufzeit bekannt ist, wird nicht beanstandet, ist aber auch kein Nachweis."
    en = "Passwords, keys and connection strings in the code can be read by everybody who reads the repository, and are in the state as well. The default of a variable counts, too. A value that is known only at run time is not objected to, but is no evidence either."
  }
  links = {
    "Provider argument"    = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_server#administrator_login_password-1"
    "Key Vault secrets"    = "https://learn.microsoft.com/en-us/azure/key-vault/secrets/about-secrets"
    "Write-only arguments" = "https://developer.hashicorp.com/terraform/language/manage-sensitive-data/write-only"
  }

  fix "move-secret" {
    title = {
      de = "Geheimnis in einen Key Vault oder eine Variable ohne Vorgabewert verlegen und ändern"
      en = "Move the secret to a key vault or a variable without a default, and change it"
    }
    action = "describe"
  }
}
