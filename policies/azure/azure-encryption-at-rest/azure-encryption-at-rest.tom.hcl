policy_metadata "azure-encryption-at-rest" {
  demand   = "encryption-at-rest"
  severity = "high"
  title = {
    de = "Azure-Dienste ohne eigene Verschlüsselung sind verschlüsselt"
    en = "Azure services without encryption of their own are encrypted"
  }
  description = {
    de = "Speicherkonten, Datenträger und die meisten Datenbanken verschlüsselt Azure immer mit AES-256. Synapse-Pools, Automation-Variablen und Kusto-Cluster sind die Ausnahmen: Sie sind erst verschlüsselt, wenn man es einschaltet."
    en = "Azure always encrypts storage accounts, disks and most databases with AES-256. Synapse pools, automation variables and Kusto clusters are the exceptions: they are encrypted only once that is switched on."
  }
  applies_to = [
    "resource_policy.azurerm_*.encrypted",
    "resource_policy.azurerm_mssql_database.encrypted",
  ]
  links = {
    "Provider argument"           = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/synapse_sql_pool#data_encrypted-1"
    "Encryption at rest in Azure" = "https://learn.microsoft.com/en-us/azure/security/fundamentals/encryption-atrest"
  }

  fix "encrypt" {
    title = {
      de = "Verschlüsselung einschalten"
      en = "Switch encryption on"
    }
    action = "describe"
  }
}

policy_metadata "azure-encryption-at-host" {
  demand   = "encryption-at-rest"
  severity = "medium"
  title = {
    de = "Temporäre Datenträger in Azure sind verschlüsselt"
    en = "Temporary disks in Azure are encrypted"
  }
  description = {
    de = "Verwaltete Datenträger sind immer verschlüsselt, temporäre Datenträger und Caches erst mit Verschlüsselung auf dem Host. Das Abonnement muss dafür freigeschaltet sein; deshalb ist dies ein Hinweis."
    en = "Managed disks are always encrypted, temporary disks and caches only with encryption at host. The subscription has to be registered for it, so this is advice."
  }
  applies_to = [
    "resource_policy.azurerm_*.host_encrypted",
    "resource_policy.azurerm_kubernetes_cluster.host_encrypted",
    "resource_policy.azurerm_kubernetes_cluster_node_pool.host_encrypted",
  ]
  links = {
    "Provider argument"  = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/linux_virtual_machine#encryption_at_host_enabled-1"
    "Encryption at host" = "https://learn.microsoft.com/en-us/azure/virtual-machines/disk-encryption#encryption-at-host---end-to-end-encryption-for-your-vm-data"
  }

  fix "encrypt-at-host" {
    title = {
      de = "Verschlüsselung auf dem Host einschalten"
      en = "Switch encryption at host on"
    }
    action = "describe"
  }
}

policy_metadata "azure-sql-vm-backup-encrypted" {
  demand   = "backup-encrypted"
  severity = "medium"
  title = {
    de = "Automatische Backups von SQL Server auf Azure-VMs sind verschlüsselt"
    en = "Automatic backups of SQL Server on Azure VMs are encrypted"
  }
  description = {
    de = "Das automatische Backup von SQL Server in einer virtuellen Maschine ist erst mit Kennwort verschlüsselt."
    en = "The automatic backup of SQL Server in a virtual machine is encrypted only with a password."
  }
  applies_to = [
    "resource_policy.azurerm_mssql_virtual_machine.backup_encrypted",
  ]
  links = {
    "Provider argument"                  = "https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/mssql_virtual_machine#encryption_password-1"
    "Automated backup of SQL Server VMs" = "https://learn.microsoft.com/en-us/azure/azure-sql/virtual-machines/windows/automated-backup"
  }

  fix "encrypt-backup" {
    title = {
      de = "Backup verschlüsseln"
      en = "Encrypt the backup"
    }
    action = "describe"
  }
}
