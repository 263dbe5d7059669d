# What Azure does not encrypt by itself is encrypted at rest.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

locals {
  # Azure encrypts storage accounts, disks, databases and backups with AES-256 and offers no switch for it. These are the
  # exceptions: they are off unless they are switched on.
  switches = {
    azurerm_automation_variable_bool     = "encrypted"
    azurerm_automation_variable_datetime = "encrypted"
    azurerm_automation_variable_int      = "encrypted"
    azurerm_automation_variable_object   = "encrypted"
    azurerm_automation_variable_string   = "encrypted"
    azurerm_kusto_cluster                = "disk_encryption_enabled"
    azurerm_synapse_sql_pool             = "data_encrypted"
  }

  # Temporary disks and caches of machines are encrypted on the host only if that is asked for.
  machines = [
    "azurerm_linux_virtual_machine",
    "azurerm_linux_virtual_machine_scale_set",
    "azurerm_orchestrated_virtual_machine_scale_set",
    "azurerm_windows_virtual_machine",
    "azurerm_windows_virtual_machine_scale_set",
  ]
}

resource_policy "azurerm_*" "encrypted" {
  filter = core::contains(core::keys(local.switches), meta.type)

  enforce {
    condition     = core::try(attrs[local.switches[meta.type]], false) == true
    error_message = "${local.switches[meta.type]} is not true: the data are stored in the clear; encryption at rest is promised."
  }
}

resource_policy "azurerm_mssql_database" "encrypted" {
  enforce {
    # Not set means on; only data warehouses can switch it off.
    condition     = core::try(attrs.transparent_data_encryption_enabled, true) != false
    error_message = "Transparent data encryption is off: the data are stored in the clear; encryption at rest is promised."
  }
}

resource_policy "azurerm_*" "host_encrypted" {
  enforcement_level = "advisory"
  filter            = core::contains(local.machines, meta.type)

  enforce {
    condition     = core::try(attrs.encryption_at_host_enabled, false) == true || core::try(attrs.os_disk[0].disk_encryption_set_id, null) != null
    error_message = "encryption_at_host_enabled is not true: temporary disks and caches of the machine are stored in the clear."
  }
}

resource_policy "azurerm_kubernetes_cluster" "host_encrypted" {
  enforcement_level = "advisory"

  enforce {
    # The name in provider 4, and the one before.
    condition     = core::try(attrs.default_node_pool[0].host_encryption_enabled, false) == true || core::try(attrs.default_node_pool[0].enable_host_encryption, false) == true
    error_message = "host_encryption_enabled of the default node pool is not true: temporary disks and caches of the nodes are stored in the clear."
  }
}

resource_policy "azurerm_kubernetes_cluster_node_pool" "host_encrypted" {
  enforcement_level = "advisory"

  enforce {
    condition     = core::try(attrs.host_encryption_enabled, false) == true || core::try(attrs.enable_host_encryption, false) == true
    error_message = "host_encryption_enabled is not true: temporary disks and caches of the nodes are stored in the clear."
  }
}

resource_policy "azurerm_mssql_virtual_machine" "backup_encrypted" {
  filter = core::try(core::length(attrs.auto_backup), 0) > 0

  enforce {
    # Since version 5 of the provider the password alone switches it on.
    condition     = core::try(attrs.auto_backup[0].encryption_enabled, false) == true || core::try(attrs.auto_backup[0].encryption_password, null) != null
    error_message = "The automatic backup of the SQL Server is not encrypted; encrypted backups are promised."
  }
}
