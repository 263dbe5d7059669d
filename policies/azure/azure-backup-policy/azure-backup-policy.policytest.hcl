policytest {
  targets = ["azure-backup-policy.policy.hcl"]
}

resource "azurerm_backup_policy_vm" "pass_vm_14" {
  attrs = {
    backup          = [{ frequency = "Daily", time = "23:00" }]
    retention_daily = [{ count = 14 }]
  }
}

resource "azurerm_backup_policy_vm" "pass_vm_hourly" {
  attrs = {
    backup          = [{ frequency = "Hourly" }]
    retention_daily = [{ count = 14 }]
  }
}

resource "azurerm_backup_policy_vm" "pass_vm_two_weeks" {
  attrs = {
    backup           = [{ frequency = "Daily", time = "23:00" }]
    retention_daily  = [{ count = 14 }]
    retention_weekly = [{ count = 2, weekdays = ["Sunday"] }]
  }
}

resource "azurerm_backup_policy_vm" "pass_vm_null_blocks" {
  attrs = {
    backup            = [{ frequency = "Daily", time = "23:00" }]
    retention_daily   = [{ count = 14 }]
    retention_weekly  = null
    retention_monthly = null
    retention_yearly  = null
  }
}

resource "azurerm_backup_policy_vm" "fail_vm_7" {
  expect_failure = true
  attrs = {
    backup          = [{ frequency = "Daily", time = "23:00" }]
    retention_daily = [{ count = 7 }]
  }
}

resource "azurerm_backup_policy_vm" "fail_vm_30" {
  expect_failure = true
  attrs = {
    backup          = [{ frequency = "Daily", time = "23:00" }]
    retention_daily = [{ count = 30 }]
  }
}

resource "azurerm_backup_policy_vm" "fail_vm_three_weeks" {
  expect_failure = true
  attrs = {
    backup           = [{ frequency = "Daily", time = "23:00" }]
    retention_daily  = [{ count = 14 }]
    retention_weekly = [{ count = 3, weekdays = ["Sunday"] }]
  }
}

resource "azurerm_backup_policy_vm" "fail_vm_monthly" {
  expect_failure = true
  attrs = {
    backup            = [{ frequency = "Daily", time = "23:00" }]
    retention_daily   = [{ count = 14 }]
    retention_monthly = [{ count = 12, weekdays = ["Sunday"], weeks = ["First"] }]
  }
}

resource "azurerm_backup_policy_vm" "fail_vm_yearly" {
  expect_failure = true
  attrs = {
    backup           = [{ frequency = "Daily", time = "23:00" }]
    retention_daily  = [{ count = 14 }]
    retention_yearly = [{ count = 1, months = ["January"] }]
  }
}

resource "azurerm_backup_policy_file_share" "pass_share_14" {
  attrs = {
    backup          = [{ frequency = "Daily", time = "23:00" }]
    retention_daily = [{ count = 14 }]
  }
}

resource "azurerm_backup_policy_file_share" "pass_share_hourly" {
  attrs = {
    backup          = [{ frequency = "Hourly" }]
    retention_daily = [{ count = 14 }]
  }
}

resource "azurerm_backup_policy_file_share" "pass_share_two_weeks" {
  attrs = {
    backup           = [{ frequency = "Daily", time = "23:00" }]
    retention_daily  = [{ count = 14 }]
    retention_weekly = [{ count = 2, weekdays = ["Sunday"] }]
  }
}

resource "azurerm_backup_policy_file_share" "pass_share_null_blocks" {
  attrs = {
    backup            = [{ frequency = "Daily", time = "23:00" }]
    retention_daily   = [{ count = 14 }]
    retention_weekly  = null
    retention_monthly = null
    retention_yearly  = null
  }
}

resource "azurerm_backup_policy_file_share" "fail_share_7" {
  expect_failure = true
  attrs = {
    backup          = [{ frequency = "Daily", time = "23:00" }]
    retention_daily = [{ count = 7 }]
  }
}

resource "azurerm_backup_policy_file_share" "fail_share_30" {
  expect_failure = true
  attrs = {
    backup          = [{ frequency = "Daily", time = "23:00" }]
    retention_daily = [{ count = 30 }]
  }
}

resource "azurerm_backup_policy_file_share" "fail_share_three_weeks" {
  expect_failure = true
  attrs = {
    backup           = [{ frequency = "Daily", time = "23:00" }]
    retention_daily  = [{ count = 14 }]
    retention_weekly = [{ count = 3, weekdays = ["Sunday"] }]
  }
}

resource "azurerm_backup_policy_file_share" "fail_share_monthly" {
  expect_failure = true
  attrs = {
    backup            = [{ frequency = "Daily", time = "23:00" }]
    retention_daily   = [{ count = 14 }]
    retention_monthly = [{ count = 12, weekdays = ["Sunday"], weeks = ["First"] }]
  }
}

resource "azurerm_backup_policy_file_share" "fail_share_yearly" {
  expect_failure = true
  attrs = {
    backup           = [{ frequency = "Daily", time = "23:00" }]
    retention_daily  = [{ count = 14 }]
    retention_yearly = [{ count = 1, months = ["January"] }]
  }
}

resource "azurerm_backup_policy_vm" "fail_vm_weekly" {
  expect_failure = true
  attrs = {
    backup           = [{ frequency = "Weekly", time = "23:00", weekdays = ["Sunday"] }]
    retention_weekly = [{ count = 2, weekdays = ["Sunday"] }]
  }
}

resource "azurerm_backup_policy_vm" "fail_vm_instant_restore_30" {
  expect_failure = true
  attrs = {
    backup                         = [{ frequency = "Daily", time = "23:00" }]
    instant_restore_retention_days = 30
    retention_daily                = [{ count = 14 }]
  }
}

resource "azurerm_backup_policy_vm" "pass_vm_instant_restore_5" {
  attrs = {
    backup                         = [{ frequency = "Daily", time = "23:00" }]
    instant_restore_retention_days = 5
    retention_daily                = [{ count = 14 }]
  }
}

resource "azurerm_backup_policy_vm_workload" "pass_workload" {
  attrs = {
    workload_type     = "SQLDataBase"
    protection_policy = [{ policy_type = "Full", backup = [{ frequency = "Daily", time = "15:00" }], retention_daily = [{ count = 14 }] }, { policy_type = "Log", backup = [{ frequency_in_minutes = 15 }], simple_retention = [{ count = 14 }] }]
  }
}

resource "azurerm_backup_policy_vm_workload" "pass_workload_differential" {
  attrs = {
    protection_policy = [{ policy_type = "Full", backup = [{ frequency = "Weekly", weekdays = ["Sunday"] }], retention_weekly = [{ count = 2, weekdays = ["Sunday"] }] }, { policy_type = "Differential", backup = [{ frequency = "Daily" }], simple_retention = [{ count = 14 }] }]
  }
}

resource "azurerm_backup_policy_vm_workload" "fail_workload_weekly" {
  expect_failure = true
  attrs = {
    protection_policy = [{ policy_type = "Full", backup = [{ frequency = "Weekly", weekdays = ["Sunday"] }], retention_weekly = [{ count = 2, weekdays = ["Sunday"] }] }]
  }
}

resource "azurerm_backup_policy_vm_workload" "fail_workload_7" {
  expect_failure = true
  attrs = {
    protection_policy = [{ policy_type = "Full", backup = [{ frequency = "Daily", time = "15:00" }], retention_daily = [{ count = 7 }] }]
  }
}

resource "azurerm_backup_policy_vm_workload" "fail_workload_log_35" {
  expect_failure = true
  attrs = {
    protection_policy = [{ policy_type = "Full", backup = [{ frequency = "Daily", time = "15:00" }], retention_daily = [{ count = 14 }] }, { policy_type = "Log", backup = [{ frequency_in_minutes = 15 }], simple_retention = [{ count = 35 }] }]
  }
}

resource "azurerm_backup_policy_vm_workload" "fail_workload_monthly" {
  expect_failure = true
  attrs = {
    protection_policy = [{ policy_type = "Full", backup = [{ frequency = "Daily" }], retention_daily = [{ count = 14 }], retention_monthly = [{ count = 12, format_type = "Weekly" }] }]
  }
}

# Backup vaults write durations as ISO 8601.
resource "azurerm_data_protection_backup_policy_blob_storage" "pass_blob_storage" {
  attrs = {
    operational_default_retention_duration = "P14D"
  }
}

resource "azurerm_data_protection_backup_policy_blob_storage" "pass_blob_storage_weeks" {
  attrs = {
    operational_default_retention_duration = "P2W"
  }
}

resource "azurerm_data_protection_backup_policy_blob_storage" "fail_blob_storage_7" {
  expect_failure = true
  attrs = {
    operational_default_retention_duration = "P7D"
  }
}

resource "azurerm_data_protection_backup_policy_blob_storage" "fail_blob_storage_months" {
  expect_failure = true
  attrs = {
    operational_default_retention_duration = "P3M"
  }
}

resource "azurerm_data_protection_backup_policy_disk" "pass_disk" {
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1D"]
    default_retention_duration      = "P14D"
  }
}

resource "azurerm_data_protection_backup_policy_disk" "pass_disk_weeks" {
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1D"]
    default_retention_duration      = "P2W"
  }
}

resource "azurerm_data_protection_backup_policy_disk" "fail_disk_7" {
  expect_failure = true
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1D"]
    default_retention_duration      = "P7D"
  }
}

resource "azurerm_data_protection_backup_policy_disk" "fail_disk_months" {
  expect_failure = true
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1D"]
    default_retention_duration      = "P3M"
  }
}

resource "azurerm_data_protection_backup_policy_postgresql" "pass_postgresql" {
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1W"]
    default_retention_duration      = "P14D"
  }
}

resource "azurerm_data_protection_backup_policy_postgresql" "pass_postgresql_weeks" {
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1W"]
    default_retention_duration      = "P2W"
  }
}

resource "azurerm_data_protection_backup_policy_postgresql" "fail_postgresql_7" {
  expect_failure = true
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1W"]
    default_retention_duration      = "P7D"
  }
}

resource "azurerm_data_protection_backup_policy_postgresql" "fail_postgresql_months" {
  expect_failure = true
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1W"]
    default_retention_duration      = "P3M"
  }
}

resource "azurerm_data_protection_backup_policy_kubernetes_cluster" "pass_kubernetes_cluster" {
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1D"]
    default_retention_rule          = [{ life_cycle = [{ data_store_type = "VaultStore", duration = "P14D" }] }]
  }
}

resource "azurerm_data_protection_backup_policy_kubernetes_cluster" "fail_kubernetes_cluster_year" {
  expect_failure = true
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1D"]
    default_retention_rule          = [{ life_cycle = [{ data_store_type = "VaultStore", duration = "P1Y" }] }]
  }
}

resource "azurerm_data_protection_backup_policy_kubernetes_cluster" "fail_kubernetes_cluster_rule" {
  expect_failure = true
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1D"]
    default_retention_rule          = [{ life_cycle = [{ data_store_type = "VaultStore", duration = "P14D" }] }]
    retention_rule                  = [{ name = "monthly", priority = 20, life_cycle = [{ data_store_type = "VaultStore", duration = "P84D" }] }]
  }
}

resource "azurerm_data_protection_backup_policy_postgresql_flexible_server" "pass_postgresql_flexible_server" {
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1W"]
    default_retention_rule          = [{ life_cycle = [{ data_store_type = "VaultStore", duration = "P14D" }] }]
  }
}

resource "azurerm_data_protection_backup_policy_postgresql_flexible_server" "fail_postgresql_flexible_server_year" {
  expect_failure = true
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1W"]
    default_retention_rule          = [{ life_cycle = [{ data_store_type = "VaultStore", duration = "P1Y" }] }]
  }
}

resource "azurerm_data_protection_backup_policy_postgresql_flexible_server" "fail_postgresql_flexible_server_rule" {
  expect_failure = true
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1W"]
    default_retention_rule          = [{ life_cycle = [{ data_store_type = "VaultStore", duration = "P14D" }] }]
    retention_rule                  = [{ name = "monthly", priority = 20, life_cycle = [{ data_store_type = "VaultStore", duration = "P84D" }] }]
  }
}

resource "azurerm_data_protection_backup_policy_mysql_flexible_server" "pass_mysql_flexible_server" {
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1W"]
    default_retention_rule          = [{ life_cycle = [{ data_store_type = "VaultStore", duration = "P14D" }] }]
  }
}

resource "azurerm_data_protection_backup_policy_mysql_flexible_server" "fail_mysql_flexible_server_year" {
  expect_failure = true
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1W"]
    default_retention_rule          = [{ life_cycle = [{ data_store_type = "VaultStore", duration = "P1Y" }] }]
  }
}

resource "azurerm_data_protection_backup_policy_mysql_flexible_server" "fail_mysql_flexible_server_rule" {
  expect_failure = true
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1W"]
    default_retention_rule          = [{ life_cycle = [{ data_store_type = "VaultStore", duration = "P14D" }] }]
    retention_rule                  = [{ name = "monthly", priority = 20, life_cycle = [{ data_store_type = "VaultStore", duration = "P84D" }] }]
  }
}

resource "azurerm_data_protection_backup_policy_disk" "fail_disk_rule" {
  expect_failure = true
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1D"]
    default_retention_duration      = "P14D"
    retention_rule                  = [{ name = "weekly", duration = "P3W", priority = 20 }]
  }
}

resource "azurerm_data_protection_backup_policy_blob_storage" "fail_blob_vault_rule" {
  expect_failure = true
  attrs = {
    vault_default_retention_duration = "P14D"
    retention_rule                   = [{ name = "weekly", priority = 20, life_cycle = [{ data_store_type = "VaultStore", duration = "P6M" }] }]
  }
}

resource "azurerm_data_protection_backup_policy_blob_storage" "pass_blob_v3" {
  attrs = {
    retention_duration = "P14D"
  }
}

resource "azurerm_data_protection_backup_policy_blob_storage" "fail_blob_vault_30" {
  expect_failure = true
  attrs = {
    operational_default_retention_duration = "P14D"
    vault_default_retention_duration       = "P30D"
  }
}

resource "azurerm_data_protection_backup_policy_blob_storage" "fail_blob_nothing" {
  expect_failure = true
  attrs = {
    vault_id = "/vault"
  }
}

resource "azurerm_data_protection_backup_policy_disk" "fail_disk_odd" {
  expect_failure = true
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1D"]
    default_retention_duration      = "fortnight"
  }
}

resource "azurerm_data_protection_backup_policy_disk" "pass_disk_every_4_hours" {
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/PT4H"]
    default_retention_duration      = "P14D"
  }
}

resource "azurerm_data_protection_backup_policy_disk" "fail_disk_weekly" {
  expect_failure = true
  attrs = {
    backup_repeating_time_intervals = ["R/2025-01-01T02:00:00+00:00/P1W"]
    default_retention_duration      = "P14D"
  }
}

# NetApp keeps a monthly copy unless that is switched off.
resource "azurerm_netapp_backup_policy" "pass_netapp" {
  attrs = {
    daily_backups_to_keep   = 14
    weekly_backups_to_keep  = 0
    monthly_backups_to_keep = 0
  }
}

resource "azurerm_netapp_backup_policy" "pass_netapp_two_weeks" {
  attrs = {
    daily_backups_to_keep   = 14
    weekly_backups_to_keep  = 2
    monthly_backups_to_keep = 0
  }
}

resource "azurerm_netapp_backup_policy" "fail_netapp_default_month" {
  expect_failure = true
  attrs = {
    daily_backups_to_keep = 14
  }
}

resource "azurerm_netapp_backup_policy" "fail_netapp_default_days" {
  expect_failure = true
  attrs = {
    weekly_backups_to_keep  = 0
    monthly_backups_to_keep = 0
  }
}

resource "azurerm_netapp_backup_policy" "fail_netapp_weeks" {
  expect_failure = true
  attrs = {
    daily_backups_to_keep   = 14
    weekly_backups_to_keep  = 4
    monthly_backups_to_keep = 0
  }
}

resource "azurerm_site_recovery_replication_policy" "pass_recovery_replication" {
  attrs = {
    recovery_point_retention_in_minutes = 20160
  }
}

resource "azurerm_site_recovery_replication_policy" "fail_recovery_replication" {
  expect_failure = true
  attrs = {
    recovery_point_retention_in_minutes = 20161
  }
}

resource "azurerm_site_recovery_vmware_replication_policy" "pass_recovery_vmware_replication" {
  attrs = {
    recovery_point_retention_in_minutes = 1440
  }
}

resource "azurerm_site_recovery_vmware_replication_policy" "fail_recovery_vmware_replication" {
  expect_failure = true
  attrs = {
    recovery_point_retention_in_minutes = 43200
  }
}

resource "azurerm_site_recovery_hyperv_replication_policy" "pass_recovery_hyperv_replication" {
  attrs = {
    recovery_point_retention_in_hours = 336
  }
}

resource "azurerm_site_recovery_hyperv_replication_policy" "fail_recovery_hyperv_replication" {
  expect_failure = true
  attrs = {
    recovery_point_retention_in_hours = 337
  }
}
