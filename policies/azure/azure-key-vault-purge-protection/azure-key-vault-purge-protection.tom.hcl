policy_metadata "azure-key-vault-purge-protection" {
  demand   = "key-deletion-protection"
  severity = "high"
  title = {
    de = "Schlüssel in Azure Key Vault sind gegen endgültiges Löschen geschützt"
    en = "Keys in Azure Key Vault are protected against being purged"
  }
  description = {
    de = "Mit dem Schlüssel gehen alle Daten verloren, die er verschlüsselt. Der Löschschutz hält gelöschte Schlüssel für die eingestellte Frist wiederherstellbar; ohne Angabe ist er aus."
    en = "All data that a key encrypts are lost with it. Purge protection keeps deleted keys recoverable for the configured time; it is off unless switched on."
  }
  inputs = {
    kms_deletion_window_min_days = param.kms_deletion_window_min_days
  }
  links = {
    "Provider argument"                = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault#purge_protection_enabled-1"
    "Soft delete and purge protection" = "https://learn.microsoft.com/en-us/azure/key-vault/general/soft-delete-overview"
  }

  fix "enable-purge-protection" {
    title = {
      de = "Löschschutz einschalten"
      en = "Switch purge protection on"
    }
    action = "set_argument"
    path   = "purge_protection_enabled"
    value  = true
    safe   = false
  }
}
