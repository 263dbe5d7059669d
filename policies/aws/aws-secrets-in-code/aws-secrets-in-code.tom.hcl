policy_metadata "aws-secrets-in-code" {
  demand   = "secrets-in-code"
  severity = "critical"
  title = {
    de = "Kein Geheimnis steht im Code"
    en = "No secret stands in the code"
  }
  description = {
    de = "Passwörter, Token und private Schlüssel stehen weder als Wert im Code noch als Vorgabe einer Variablen oder in einer tfvars-Datei: Wer das Repository liest, hätte sie. Unbedenklich sind Werte, die Terraform erzeugt (random_password), Passwörter, die AWS verwaltet (manage_master_user_password), und solche aus write-only-Argumenten, die keine Datei nennt. Eine Variable ohne Wert und eine Datenquelle lassen das Ergebnis offen. Bei der Prüfung eines Plans ist jeder Wert bekannt, auch der aus der Umgebung."
    en = "Passwords, tokens and private keys stand neither as a value in the code nor as a variable's default nor in a tfvars file: whoever reads the repository would have them. Harmless are values that Terraform generates (random_password), passwords that AWS manages (manage_master_user_password), and those of write-only arguments that no file names. A variable without value and a data source leave the result open. When a plan is checked, every value is known, those of the environment included."
  }
  links = {
    "Provider: aws_db_instance"                             = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance#manage_master_user_password-1"
    "Provider: aws_secretsmanager_secret_version"           = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret_version#secret_string_wo-1"
    "AWS: password management with RDS and Secrets Manager" = "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-secrets-manager.html"
  }

  fix "manage-secret" {
    title = {
      de = "Geheimnis ersetzen, von AWS verwalten oder erzeugen lassen und das alte sofort ändern"
      en = "Replace the secret, have it managed by AWS or generated, and change the old one at once"
    }
    action = "describe"
  }

  version_note ">= 6.0.0" {
    provider = "hashicorp/aws"
    note = {
      de = "Write-only-Argumente (…_wo) brauchen Terraform 1.11 und stehen weder im Plan noch im State."
      en = "Write-only arguments (…_wo) need Terraform 1.11 and are neither in the plan nor in the state."
    }
  }
}
