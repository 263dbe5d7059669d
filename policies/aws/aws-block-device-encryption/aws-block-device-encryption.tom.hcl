policy_metadata "aws-block-device-encryption" {
  demand   = "encryption-at-rest"
  severity = "high"
  title = {
    de = "Datenträger von Servern sind verschlüsselt"
    en = "Disks of servers are encrypted"
  }
  description = {
    de = "Volumes, die Datenträger von Instanzen, Spot-Anfragen und Startvorlagen sowie AMIs sind verschlüsselt. Ist aws_ebs_encryption_by_default im selben Root-Modul eingeschaltet, gilt das für alle. Beschreibt nichts den Systemdatenträger, entscheiden AMI und Konto; das Ergebnis ist dann offen. Eine Einstellung des Kontos, die in keiner Zeile dieser Konfiguration steht, zählt für beschriebene Datenträger nicht."
    en = "Volumes, the disks of instances, spot requests and launch templates, and AMIs are encrypted. If aws_ebs_encryption_by_default is switched on in the same root module, that holds for all. If nothing describes the root disk, the AMI and the account decide, and the result is open. A setting of the account that stands in no line of this configuration does not count for disks that are described."
  }
  links = {
    "Provider: aws_instance"   = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance#encrypted-1"
    "Provider: aws_ebs_volume" = "https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume#encrypted-1"
    "AWS: EBS encryption"      = "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html"
  }

  fix "encrypt-all" {
    title = {
      de = "Standardverschlüsselung der Region einschalten"
      en = "Switch on the region's default encryption"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "aws_ebs_encryption_by_default" "region" {}
    EOT
    safe    = false
  }
}
