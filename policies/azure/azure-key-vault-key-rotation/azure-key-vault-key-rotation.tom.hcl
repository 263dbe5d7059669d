policy_metadata "azure-key-vault-key-rotation" {
  demand   = "kms-management"
  severity = "medium"
  title = {
    de = "Schlüssel in Azure Key Vault werden automatisch erneuert"
    en = "Keys in Azure Key Vault are rotated automatically"
  }
  description = {
    de = "Zur Schlüsselverwaltung gehört, dass Schlüssel regelmäßig eine neue Version bekommen. Eine Rotationsregel sorgt dafür, ohne dass jemand daran denken muss."
    en = "Managing keys means that they get a new version now and then. A rotation policy takes care of it without anybody having to think of it."
  }
  applies_to = [
    "resource_policy.azurerm_key_vault_key.rotated",
  ]
  inputs = {
    key_rotation_max_days = param.key_rotation_max_days
  }
  links = {
    "Provider argument"             = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_key#rotation_policy-1"
    "Rotation of keys in Key Vault" = "https://learn.microsoft.com/en-us/azure/key-vault/keys/how-to-configure-key-rotation"
  }

  fix "add-rotation" {
    title = {
      de = "Rotationsregel ergänzen"
      en = "Add a rotation policy"
    }
    action  = "add_block"
    path    = "rotation_policy"
    snippet = <<-EOT
      rotation_policy {
        expire_after         = "P365D"
        notify_before_expiry = "P30D"

        automatic {
          time_before_expiry = "P30D"
        }
      }
    EOT
    safe    = false
  }
}

policy_metadata "azure-key-vault-key-expiry" {
  demand   = "kms-management"
  severity = "low"
  title = {
    de = "Schlüsselversionen in Azure Key Vault laufen ab"
    en = "Versions of keys in Azure Key Vault expire"
  }
  description = {
    de = "Ein Ablaufdatum, am Schlüssel oder in der Rotationsregel, begrenzt die Zeit, in der eine alte Version noch gilt."
    en = "An expiry date, on the key or in its rotation policy, limits how long an old version stays valid."
  }
  applies_to = [
    "resource_policy.azurerm_key_vault_key.expires",
  ]
  links = {
    "Provider argument"             = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/key_vault_key#rotation_policy-1"
    "Rotation of keys in Key Vault" = "https://learn.microsoft.com/en-us/azure/key-vault/keys/how-to-configure-key-rotation"
  }

  fix "add-expiry" {
    title = {
      de = "Ablauf festlegen"
      en = "Set an expiry"
    }
    action = "describe"
  }
}
