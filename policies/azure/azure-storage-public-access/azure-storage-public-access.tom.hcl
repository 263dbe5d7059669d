policy_metadata "azure-storage-anonymous-access" {
  demand   = "no-public-access"
  severity = "high"
  title = {
    de = "Azure-Speicherkonten erlauben keinen anonymen Zugriff"
    en = "Azure storage accounts allow no anonymous access"
  }
  description = {
    de = "Solange das Konto öffentliche Container zulässt, genügt eine Einstellung am Container, um Daten für alle lesbar zu machen. Vor Provider 5 ist das die Vorgabe."
    en = "As long as the account allows public containers, one setting of a container is enough to make data readable for everybody. Before provider 5 that is the default."
  }
  applies_to = [
    "resource_policy.azurerm_storage_account.no_anonymous_access",
    "resource_policy.azurerm_storage_container.private",
  ]
  links = {
    "Provider argument"         = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#allow_nested_items_to_be_public-1"
    "Anonymous access to blobs" = "https://learn.microsoft.com/en-us/azure/storage/blobs/anonymous-read-access-prevent"
  }

  fix "no-anonymous-access" {
    title = {
      de = "Anonymen Zugriff ausschließen"
      en = "Rule anonymous access out"
    }
    action = "describe"
  }

  version_note ">= 5.0.0" {
    provider = "hashicorp/azurerm"
    note = {
      de = "Ab Provider 5 ist false die Vorgabe; die Regel verlangt die Angabe trotzdem, weil sie sonst von der Providerversion abhinge."
      en = "From provider 5 on false is the default; it has to be written down all the same, as it would otherwise depend on the version of the provider."
    }
  }
}

policy_metadata "azure-storage-network-access" {
  demand   = "no-public-access"
  severity = "medium"
  title = {
    de = "Azure-Speicherkonten sind nicht aus jedem Netz erreichbar"
    en = "Azure storage accounts are not reachable from every network"
  }
  description = {
    de = "Entweder ist der öffentliche Endpunkt aus, oder Netzwerkregeln weisen alles ab, was nicht ausdrücklich erlaubt ist. Die Regeln stehen am Konto oder in einer eigenen Ressource."
    en = "Either the public endpoint is off, or network rules refuse all that is not allowed explicitly. The rules stand in the account or in a resource of their own."
  }
  applies_to = [
    "resource_policy.azurerm_storage_account.network_closed",
  ]
  links = {
    "Provider argument"                    = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#network_rules-1"
    "Network security of storage accounts" = "https://learn.microsoft.com/en-us/azure/storage/common/storage-network-security"
  }

  fix "close-network" {
    title = {
      de = "Netzwerkregeln mit Deny ergänzen"
      en = "Add network rules that deny"
    }
    action  = "add_block"
    path    = "network_rules"
    snippet = <<-EOT
      network_rules {
        default_action = "Deny"
      }
    EOT
    safe    = false
  }
}
