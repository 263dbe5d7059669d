policy_metadata "azure-storage-immutability" {
  demand   = "tamper-proof-storage"
  severity = "medium"
  title = {
    de = "Abgelegte Azure-Logs sind unveränderlich"
    en = "Stored Azure logs cannot be changed"
  }
  description = {
    de = "Nur eine gesperrte Unveränderlichkeitsrichtlinie hält Protokolle manipulationssicher; eine offene lässt sich wieder entfernen. Verlangt wird sie nur für Konten, in die Protokolle exportiert werden: Unveränderliche Personendaten ließen sich nicht löschen."
    en = "Only a locked immutability policy keeps logs tamper-proof; an unlocked one can be removed. It is asked for only where logs are exported to: immutable personal data could not be erased."
  }
  applies_to = [
    "resource_policy.azurerm_storage_container_immutability_policy.locked",
    "resource_policy.azurerm_storage_account.log_store_immutable",
  ]
  inputs = {
    log_retention_min_days = param.log_retention_min_days
  }
  links = {
    "Provider argument"           = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_container_immutability_policy#locked-1"
    "Immutable storage for blobs" = "https://learn.microsoft.com/en-us/azure/storage/blobs/immutable-storage-overview"
  }

  fix "lock-policy" {
    title = {
      de = "Unveränderlichkeitsrichtlinie sperren"
      en = "Lock the immutability policy"
    }
    action = "describe"
  }
}

policy_metadata "azure-storage-immutability-period" {
  demand   = "log-retention-max"
  severity = "high"
  title = {
    de = "Unveränderliche Azure-Speicher lassen rechtzeitiges Löschen zu"
    en = "Immutable Azure stores allow deletion in time"
  }
  description = {
    de = "Eine zu lange Sperrfrist macht fristgerechtes Löschen unmöglich, und eine gesperrte Frist lässt sich nicht mehr verkürzen."
    en = "Too long a period makes timely deletion impossible, and a locked period cannot be shortened any more."
  }
  applies_to = [
    "resource_policy.azurerm_storage_container_immutability_policy.deletable_in_time",
    "resource_policy.azurerm_storage_account.log_store_deletable_in_time",
  ]
  inputs = {
    log_retention_max_days = param.log_retention_max_days
  }
  links = {
    "Provider argument"           = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_container_immutability_policy#locked-1"
    "Immutable storage for blobs" = "https://learn.microsoft.com/en-us/azure/storage/blobs/immutable-storage-overview"
  }

  fix "shorten-period" {
    title = {
      de = "Sperrfrist verkürzen"
      en = "Shorten the period"
    }
    action = "describe"
  }
}
