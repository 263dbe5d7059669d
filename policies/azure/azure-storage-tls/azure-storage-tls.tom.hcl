policy_metadata "azure-storage-tls" {
  demand   = "tls-1-2"
  severity = "high"
  title = {
    de = "Azure-Speicherkonten verlangen TLS 1.2 oder neuer"
    en = "Azure storage accounts ask for TLS 1.2 or newer"
  }
  description = {
    de = "Ältere Protokolle als TLS 1.2 gelten als gebrochen. Ohne Angabe verlangt der Provider seit Version 3 TLS 1.2; eine niedrigere Angabe verstößt gegen die Zusage."
    en = "Protocols older than TLS 1.2 count as broken. Left out, the provider asks for TLS 1.2 since version 3; a lower value breaks the promise."
  }
  applies_to = [
    "resource_policy.azurerm_storage_account.tls_1_2",
  ]
  links = {
    "Provider argument"                        = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#min_tls_version-1"
    "Minimum TLS version of a storage account" = "https://learn.microsoft.com/en-us/azure/storage/common/transport-layer-security-configure-minimum-version"
  }

  fix "set-min-tls" {
    title = {
      de = "TLS 1.2 als Untergrenze setzen"
      en = "Set TLS 1.2 as the minimum"
    }
    action = "set_argument"
    path   = "min_tls_version"
    value  = "TLS1_2"
    safe   = false
  }
}

policy_metadata "azure-storage-https-only" {
  demand   = "secure-transport-only"
  severity = "high"
  title = {
    de = "Azure-Speicherkonten sind nur verschlüsselt erreichbar"
    en = "Azure storage accounts are reachable over TLS only"
  }
  description = {
    de = "Das Konto weist unverschlüsselte Anfragen ab. Der Schalter heißt seit Provider 4 https_traffic_only_enabled, davor enable_https_traffic_only; NFS 3.0 kennt gar keine Verschlüsselung."
    en = "The account refuses requests in plain text. The switch is called https_traffic_only_enabled since provider 4 and enable_https_traffic_only before; NFS 3.0 knows no encryption at all."
  }
  applies_to = [
    "resource_policy.azurerm_storage_account.https_only",
  ]
  links = {
    "Provider argument" = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#https_traffic_only_enabled-1"
    "Secure transfer"   = "https://learn.microsoft.com/en-us/azure/storage/common/storage-require-secure-transfer"
  }

  fix "https-only" {
    title = {
      de = "Nur verschlüsselte Verbindungen zulassen"
      en = "Allow encrypted connections only"
    }
    action = "set_argument"
    path   = "https_traffic_only_enabled"
    value  = true
    safe   = false
  }

  version_note "< 4.0.0" {
    provider = "hashicorp/azurerm"
    note = {
      de = "Das Argument heißt enable_https_traffic_only."
      en = "The argument is called enable_https_traffic_only."
    }
  }
}
