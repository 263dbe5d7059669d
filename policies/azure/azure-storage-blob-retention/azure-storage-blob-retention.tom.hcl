policy_metadata "azure-storage-blob-retention-min" {
  demand   = "backup-retention-min"
  severity = "medium"
  title = {
    de = "Gelöschte Blobs lassen sich so lange wiederherstellen wie zugesagt"
    en = "Deleted blobs can be recovered as long as promised"
  }
  description = {
    de = "Für Blobs ist das vorläufige Löschen das Backup. Ohne den Block ist jedes Löschen endgültig, ohne Angabe der Tage sind es sieben; Container haben einen eigenen Schalter."
    en = "For blobs soft delete is the backup. Without the block every deletion is final, without a number it is seven days; containers have a switch of their own."
  }
  applies_to = [
    "resource_policy.azurerm_storage_account.deleted_data_kept_long_enough",
  ]
  inputs = {
    backup_retention_min_days = param.backup_retention_min_days
  }
  links = {
    "Provider argument"     = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#delete_retention_policy-1"
    "Soft delete for blobs" = "https://learn.microsoft.com/en-us/azure/storage/blobs/soft-delete-blob-overview"
  }

  fix "set-soft-delete" {
    title = {
      de = "Vorläufiges Löschen auf die zugesagten Tage setzen"
      en = "Set soft delete to the promised days"
    }
    action = "describe"
  }
}

policy_metadata "azure-storage-blob-retention-max" {
  demand   = "backup-retention-max"
  severity = "medium"
  title = {
    de = "Gelöschte Blobs verschwinden rechtzeitig"
    en = "Deleted blobs are gone in time"
  }
  description = {
    de = "Was Betroffene löschen lassen, darf weder im vorläufigen Löschen noch als Wiederherstellungspunkt länger liegen bleiben als zugesagt."
    en = "What data subjects have erased must stay neither in soft delete nor as a restore point for longer than promised."
  }
  applies_to = [
    "resource_policy.azurerm_storage_account.deleted_data_not_kept_too_long",
  ]
  inputs = {
    backup_retention_max_days = param.backup_retention_max_days
  }
  links = {
    "Provider argument"     = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_account#delete_retention_policy-1"
    "Soft delete for blobs" = "https://learn.microsoft.com/en-us/azure/storage/blobs/soft-delete-blob-overview"
  }

  fix "lower-soft-delete" {
    title = {
      de = "Vorläufiges Löschen auf die zugesagten Tage senken"
      en = "Lower soft delete to the promised days"
    }
    action = "describe"
  }
}

policy_metadata "azure-storage-version-lifecycle" {
  demand   = "erasure-lifecycle"
  severity = "medium"
  title = {
    de = "Alte Blob-Versionen werden gelöscht"
    en = "Old versions of blobs are deleted"
  }
  description = {
    de = "Mit Versionierung bleibt jeder überschriebene oder gelöschte Stand erhalten, bis eine Lebenszyklusregel ihn löscht."
    en = "With versioning every overwritten or deleted state is kept until a lifecycle rule deletes it."
  }
  applies_to = [
    "resource_policy.azurerm_storage_account.old_versions_deleted",
  ]
  inputs = {
    backup_retention_max_days = param.backup_retention_max_days
  }
  links = {
    "Provider argument" = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/storage_management_policy#delete_after_days_since_creation-1"
    "Blob versioning"   = "https://learn.microsoft.com/en-us/azure/storage/blobs/versioning-overview"
  }

  fix "add-version-lifecycle" {
    title = {
      de = "Lebenszyklusregel für alte Versionen ergänzen"
      en = "Add a lifecycle rule for old versions"
    }
    action  = "add_resource"
    snippet = <<-EOT
      resource "azurerm_storage_management_policy" "${name}" {
        storage_account_id = ${address}.id

        rule {
          name    = "delete-old-versions"
          enabled = true

          filters {
            blob_types = ["blockBlob"]
          }

          actions {
            version {
              delete_after_days_since_creation = 14
            }
          }
        }
      }
    EOT
    safe    = false
  }
}
