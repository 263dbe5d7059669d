policy_metadata "aws-ebs-default-encryption" {
  demand   = "encryption-at-rest"
  severity = "high"
  title = {
    de = "Die Standardverschlüsselung für EBS ist eingeschaltet"
    en = "The default encryption of EBS is switched on"
  }
  description = {
    de = "aws_ebs_encryption_by_default verschlüsselt jedes neue Volume im Konto, auch solche, die niemand in Terraform beschreibt (Auto Scaling, Wiederherstellung). Die Einstellung gilt je Region: Wer mehrere Regionen nutzt, braucht sie in jeder."
    en = "aws_ebs_encryption_by_default encrypts every new volume of the account, those included that nobody describes in Terraform (auto scaling, restores). The setting holds per region: whoever uses several regions needs it in each."
  }
  links = {
    "Provider: aws_ebs_encryption_by_default" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_encryption_by_default"
    "AWS: encryption by default"              = "https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html"
  }

  fix "switch-on" {
    title = {
      de = "Standardverschlüsselung einschalten"
      en = "Switch the default encryption on"
    }
    action = "set_argument"
    path   = "enabled"
    value  = true
    safe   = false
  }
}

presence "aws-ebs-default-encryption-present" {
  demand   = "encryption-at-rest"
  severity = "low"
  title = {
    de = "Wo Server laufen, ist die Standardverschlüsselung für EBS festgelegt"
    en = "Where servers run, the default encryption of EBS is stated"
  }
  description = {
    de = "Nur ein Hinweis: Die Einstellung des Kontos steht oft in einem anderen Root-Modul. Geprüft wird jedes Root-Modul für sich."
    en = "A hint only: the account's setting often stands in another root module. Every root module is judged on its own."
  }
  links = {
    "Provider: aws_ebs_encryption_by_default" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_encryption_by_default"
  }
  enforcement_level = "advisory"
  per               = "world"

  when "aws_instance" {}
  when "aws_launch_template" {}
  when "aws_ebs_volume" {}

  expect "aws_ebs_encryption_by_default" {
    filter = core::try(attrs.enabled, true) != false
  }

  fix "add-default-encryption" {
    title = {
      de = "Standardverschlüsselung anlegen"
      en = "Add the default encryption"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_ebs_encryption_by_default" "region" {}
    EOT
    safe    = false
  }
}
