policy_metadata "azure-storage-sas-expiry" {
  demand   = "signed-urls"
  severity = "medium"
  title = {
    de = "Signierte Azure-URLs laufen bald ab"
    en = "Signed URLs of Azure expire soon"
  }
  description = {
    de = "Signierte URLs (SAS) sind das Gegenstück zu signierten S3-URLs. Eine SAS-Richtlinie begrenzt ihre Laufzeit; ohne sie und mit Kontoschlüsseln kann eine Signatur beliebig lange gelten."
    en = "Shared access signatures (SAS) are the counterpart of signed S3 URLs. A SAS policy limits how long they live; without one, and with account keys, a signature may be valid for ever."
  }
  links = {
    "Provider argument"                              = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#sas_policy-1"
    "Expiration policy for shared access signatures" = "https://learn.microsoft.com/en-us/azure/storage/common/sas-expiration-policy"
  }

  fix "add-sas-policy" {
    title = {
      de = "SAS-Richtlinie ergänzen"
      en = "Add a SAS policy"
    }
    action  = "add_block"
    path    = "sas_policy"
    snippet = <<-EOT
      sas_policy {
        expiration_period = "01.00:00:00"
        expiration_action = "Block"
      }
    EOT
    safe    = false
  }
}
