policytest {
  targets = ["azure-backup-retention.policy.hcl"]
}

resource "azurerm_postgresql_flexible_server" "pass_postgresql_flexible_server_14" {
  attrs = {
    backup_retention_days = 14
  }
}

resource "azurerm_postgresql_flexible_server" "fail_postgresql_flexible_server_7" {
  expect_failure = true
  attrs = {
    backup_retention_days = 7
  }
}

resource "azurerm_postgresql_flexible_server" "fail_postgresql_flexible_server_35" {
  expect_failure = true
  attrs = {
    backup_retention_days = 35
  }
}

resource "azurerm_mysql_flexible_server" "pass_mysql_flexible_server_14" {
  attrs = {
    backup_retention_days = 14
  }
}

resource "azurerm_mysql_flexible_server" "fail_mysql_flexible_server_7" {
  expect_failure = true
  attrs = {
    backup_retention_days = 7
  }
}

resource "azurerm_mysql_flexible_server" "fail_mysql_flexible_server_35" {
  expect_failure = true
  attrs = {
    backup_retention_days = 35
  }
}

resource "azurerm_postgresql_server" "pass_postgresql_server_14" {
  attrs = {
    backup_retention_days = 14
  }
}

resource "azurerm_postgresql_server" "fail_postgresql_server_7" {
  expect_failure = true
  attrs = {
    backup_retention_days = 7
  }
}

resource "azurerm_postgresql_server" "fail_postgresql_server_35" {
  expect_failure = true
  attrs = {
    backup_retention_days = 35
  }
}

resource "azurerm_mysql_server" "pass_mysql_server_14" {
  attrs = {
    backup_retention_days = 14
  }
}

resource "azurerm_mysql_server" "fail_mysql_server_7" {
  expect_failure = true
  attrs = {
    backup_retention_days = 7
  }
}

resource "azurerm_mysql_server" "fail_mysql_server_35" {
  expect_failure = true
  attrs = {
    backup_retention_days = 35
  }
}

resource "azurerm_mariadb_server" "pass_mariadb_server_14" {
  attrs = {
    backup_retention_days = 14
  }
}

resource "azurerm_mariadb_server" "fail_mariadb_server_7" {
  expect_failure = true
  attrs = {
    backup_retention_days = 7
  }
}

resource "azurerm_mariadb_server" "fail_mariadb_server_35" {
  expect_failure = true
  attrs = {
    backup_retention_days = 35
  }
}

resource "azurerm_mssql_managed_database" "pass_mssql_managed_database_14" {
  attrs = {
    short_term_retention_days = 14
  }
}

resource "azurerm_mssql_managed_database" "fail_mssql_managed_database_7" {
  expect_failure = true
  attrs = {
    short_term_retention_days = 7
  }
}

resource "azurerm_mssql_managed_database" "fail_mssql_managed_database_35" {
  expect_failure = true
  attrs = {
    short_term_retention_days = 35
  }
}

resource "azurerm_oracle_autonomous_database" "pass_oracle_autonomous_database_14" {
  attrs = {
    backup_retention_period_in_days = 14
  }
}

resource "azurerm_oracle_autonomous_database" "fail_oracle_autonomous_database_7" {
  expect_failure = true
  attrs = {
    backup_retention_period_in_days = 7
  }
}

resource "azurerm_oracle_autonomous_database" "fail_oracle_autonomous_database_35" {
  expect_failure = true
  attrs = {
    backup_retention_period_in_days = 35
  }
}

resource "azurerm_oracle_autonomous_database_clone_from_backup" "pass_oracle_autonomous_database_clone_from_backup_14" {
  attrs = {
    backup_retention_period_in_days = 14
  }
}

resource "azurerm_oracle_autonomous_database_clone_from_backup" "fail_oracle_autonomous_database_clone_from_backup_7" {
  expect_failure = true
  attrs = {
    backup_retention_period_in_days = 7
  }
}

resource "azurerm_oracle_autonomous_database_clone_from_backup" "fail_oracle_autonomous_database_clone_from_backup_35" {
  expect_failure = true
  attrs = {
    backup_retention_period_in_days = 35
  }
}

resource "azurerm_oracle_autonomous_database_clone_from_database" "pass_oracle_autonomous_database_clone_from_database_14" {
  attrs = {
    backup_retention_period_in_days = 14
  }
}

resource "azurerm_oracle_autonomous_database_clone_from_database" "fail_oracle_autonomous_database_clone_from_database_7" {
  expect_failure = true
  attrs = {
    backup_retention_period_in_days = 7
  }
}

resource "azurerm_oracle_autonomous_database_clone_from_database" "fail_oracle_autonomous_database_clone_from_database_35" {
  expect_failure = true
  attrs = {
    backup_retention_period_in_days = 35
  }
}


# Left out, the service keeps seven days.
resource "azurerm_postgresql_flexible_server" "fail_postgresql_flexible_server_unset" {
  expect_failure = true
  attrs = {
    name = "orders"
  }
}

resource "azurerm_mysql_flexible_server" "fail_mysql_flexible_server_unset" {
  expect_failure = true
  attrs = {
    name = "orders"
  }
}

resource "azurerm_postgresql_server" "fail_postgresql_server_unset" {
  expect_failure = true
  attrs = {
    name = "orders"
  }
}

resource "azurerm_mysql_server" "fail_mysql_server_unset" {
  expect_failure = true
  attrs = {
    name = "orders"
  }
}

resource "azurerm_mariadb_server" "fail_mariadb_server_unset" {
  expect_failure = true
  attrs = {
    name = "orders"
  }
}

resource "azurerm_mssql_managed_database" "fail_mssql_managed_database_unset" {
  expect_failure = true
  attrs = {
    name = "orders"
  }
}

resource "azurerm_postgresql_flexible_server" "fail_null" {
  expect_failure = true
  attrs = {
    backup_retention_days = null
  }
}

resource "azurerm_postgresql_flexible_server" "pass_spelled_as_text" {
  attrs = {
    backup_retention_days = "14"
  }
}

# A replica has no backups of its own: not applicable.
resource "azurerm_postgresql_flexible_server" "pass_replica" {
  attrs = {
    create_mode           = "Replica"
    backup_retention_days = 7
  }
}

resource "azurerm_mssql_database" "pass_secondary" {
  attrs = {
    create_mode = "OnlineSecondary"
  }
}

resource "azurerm_mssql_database" "pass_14" {
  attrs = {
    short_term_retention_policy = [{ retention_days = 14 }]
  }
}

resource "azurerm_mssql_database" "fail_7" {
  expect_failure = true
  attrs = {
    short_term_retention_policy = [{ retention_days = 7 }]
  }
}

resource "azurerm_mssql_database" "fail_35" {
  expect_failure = true
  attrs = {
    short_term_retention_policy = [{ retention_days = 35 }]
  }
}

resource "azurerm_mssql_database" "fail_no_block" {
  expect_failure = true
  attrs = {
    name     = "orders"
    sku_name = "S0"
  }
}

resource "azurerm_mssql_database" "fail_empty_block" {
  expect_failure = true
  attrs = {
    short_term_retention_policy = []
  }
}

resource "azurerm_mssql_virtual_machine" "pass_14" {
  attrs = {
    auto_backup = [{ retention_period_in_days = 14 }]
  }
}

resource "azurerm_mssql_virtual_machine" "fail_30" {
  expect_failure = true
  attrs = {
    auto_backup = [{ retention_period_in_days = 30 }]
  }
}

resource "azurerm_mssql_virtual_machine" "fail_no_backup" {
  expect_failure = true
  attrs = {
    sql_license_type = "PAYG"
  }
}

# Cosmos DB counts in hours, or in tiers.
resource "azurerm_cosmosdb_account" "pass_336_hours" {
  attrs = {
    backup = [{ type = "Periodic", interval_in_minutes = 1440, retention_in_hours = 336 }]
  }
}

resource "azurerm_cosmosdb_account" "fail_8_hours" {
  expect_failure = true
  attrs = {
    backup = [{ type = "Periodic", retention_in_hours = 8 }]
  }
}

resource "azurerm_cosmosdb_account" "fail_720_hours" {
  expect_failure = true
  attrs = {
    backup = [{ type = "Periodic", retention_in_hours = 720 }]
  }
}

resource "azurerm_cosmosdb_account" "fail_hours_unset" {
  expect_failure = true
  attrs = {
    backup = [{ type = "Periodic" }]
  }
}

resource "azurerm_cosmosdb_account" "fail_hours_null" {
  expect_failure = true
  attrs = {
    backup = [{ type = "Periodic", retention_in_hours = null }]
  }
}

resource "azurerm_cosmosdb_account" "fail_no_block" {
  expect_failure = true
  attrs = {
    name = "profiles"
  }
}

resource "azurerm_cosmosdb_account" "fail_continuous_7" {
  expect_failure = true
  attrs = {
    backup = [{ type = "Continuous", tier = "Continuous7Days" }]
  }
}

resource "azurerm_cosmosdb_account" "fail_continuous_30" {
  expect_failure = true
  attrs = {
    backup = [{ type = "Continuous", tier = "Continuous30Days" }]
  }
}

resource "azurerm_cosmosdb_account" "fail_continuous_unset" {
  expect_failure = true
  attrs = {
    backup = [{ type = "Continuous" }]
  }
}

# Apps: only those with a backup block are judged.
resource "azurerm_linux_web_app" "pass_linux_web_app_14" {
  attrs = {
    backup = [{ schedule = [{ frequency_unit = "Day", frequency_interval = 1, retention_period_days = 14 }] }]
  }
}

resource "azurerm_linux_web_app" "fail_linux_web_app_unset" {
  expect_failure = true
  attrs = {
    backup = [{ schedule = [{ frequency_unit = "Day", frequency_interval = 1 }] }]
  }
}

resource "azurerm_windows_web_app" "pass_windows_web_app_14" {
  attrs = {
    backup = [{ schedule = [{ frequency_unit = "Day", frequency_interval = 1, retention_period_days = 14 }] }]
  }
}

resource "azurerm_windows_web_app" "fail_windows_web_app_unset" {
  expect_failure = true
  attrs = {
    backup = [{ schedule = [{ frequency_unit = "Day", frequency_interval = 1 }] }]
  }
}

resource "azurerm_linux_web_app_slot" "pass_linux_web_app_slot_14" {
  attrs = {
    backup = [{ schedule = [{ frequency_unit = "Day", frequency_interval = 1, retention_period_days = 14 }] }]
  }
}

resource "azurerm_linux_web_app_slot" "fail_linux_web_app_slot_unset" {
  expect_failure = true
  attrs = {
    backup = [{ schedule = [{ frequency_unit = "Day", frequency_interval = 1 }] }]
  }
}

resource "azurerm_windows_web_app_slot" "pass_windows_web_app_slot_14" {
  attrs = {
    backup = [{ schedule = [{ frequency_unit = "Day", frequency_interval = 1, retention_period_days = 14 }] }]
  }
}

resource "azurerm_windows_web_app_slot" "fail_windows_web_app_slot_unset" {
  expect_failure = true
  attrs = {
    backup = [{ schedule = [{ frequency_unit = "Day", frequency_interval = 1 }] }]
  }
}

resource "azurerm_linux_function_app" "pass_linux_function_app_14" {
  attrs = {
    backup = [{ schedule = [{ frequency_unit = "Day", frequency_interval = 1, retention_period_days = 14 }] }]
  }
}

resource "azurerm_linux_function_app" "fail_linux_function_app_unset" {
  expect_failure = true
  attrs = {
    backup = [{ schedule = [{ frequency_unit = "Day", frequency_interval = 1 }] }]
  }
}

resource "azurerm_windows_function_app" "pass_windows_function_app_14" {
  attrs = {
    backup = [{ schedule = [{ frequency_unit = "Day", frequency_interval = 1, retention_period_days = 14 }] }]
  }
}

resource "azurerm_windows_function_app" "fail_windows_function_app_unset" {
  expect_failure = true
  attrs = {
    backup = [{ schedule = [{ frequency_unit = "Day", frequency_interval = 1 }] }]
  }
}

resource "azurerm_linux_function_app_slot" "pass_linux_function_app_slot_14" {
  attrs = {
    backup = [{ schedule = [{ frequency_unit = "Day", frequency_interval = 1, retention_period_days = 14 }] }]
  }
}

resource "azurerm_linux_function_app_slot" "fail_linux_function_app_slot_unset" {
  expect_failure = true
  attrs = {
    backup = [{ schedule = [{ frequency_unit = "Day", frequency_interval = 1 }] }]
  }
}

resource "azurerm_windows_function_app_slot" "pass_windows_function_app_slot_14" {
  attrs = {
    backup = [{ schedule = [{ frequency_unit = "Day", frequency_interval = 1, retention_period_days = 14 }] }]
  }
}

resource "azurerm_windows_function_app_slot" "fail_windows_function_app_slot_unset" {
  expect_failure = true
  attrs = {
    backup = [{ schedule = [{ frequency_unit = "Day", frequency_interval = 1 }] }]
  }
}

resource "azurerm_app_service" "pass_app_service_14" {
  attrs = {
    backup = [{ schedule = [{ retention_period_in_days = 14 }] }]
  }
}

resource "azurerm_app_service" "fail_app_service_30" {
  expect_failure = true
  attrs = {
    backup = [{ schedule = [{ retention_period_in_days = 30 }] }]
  }
}

resource "azurerm_linux_web_app" "fail_for_ever" {
  expect_failure = true
  attrs = {
    backup = [{ schedule = [{ retention_period_days = 0 }] }]
  }
}

resource "azurerm_linux_web_app" "fail_3_days" {
  expect_failure = true
  attrs = {
    backup = [{ schedule = [{ retention_period_days = 3 }] }]
  }
}

resource "azurerm_linux_web_app" "fail_keeps_one_copy" {
  expect_failure = true
  attrs = {
    backup = [{ schedule = [{ retention_period_days = 14, keep_at_least_one_backup = true }] }]
  }
}

resource "azurerm_linux_web_app" "pass_no_backup" {
  attrs = {
    name = "shop"
  }
}

resource "azurerm_linux_web_app" "pass_null_backup" {
  attrs = {
    backup = null
  }
}

# Long-term copies, as ISO 8601 durations.
resource "azurerm_mssql_database" "pass_ltr_off" {
  attrs = {
    short_term_retention_policy = [{ retention_days = 14 }]
    long_term_retention_policy  = [{ weekly_retention = "PT0S", monthly_retention = "PT0S", yearly_retention = "PT0S" }]
  }
}

resource "azurerm_mssql_database" "pass_ltr_two_weeks" {
  attrs = {
    short_term_retention_policy = [{ retention_days = 14 }]
    long_term_retention_policy  = [{ weekly_retention = "P2W" }]
  }
}

resource "azurerm_mssql_database" "pass_ltr_null" {
  attrs = {
    short_term_retention_policy = [{ retention_days = 14 }]
    long_term_retention_policy  = [{ weekly_retention = null, week_of_year = 1 }]
  }
}

resource "azurerm_mssql_database" "fail_ltr_three_weeks" {
  expect_failure = true
  attrs = {
    short_term_retention_policy = [{ retention_days = 14 }]
    long_term_retention_policy  = [{ weekly_retention = "P3W" }]
  }
}

resource "azurerm_mssql_database" "fail_ltr_month" {
  expect_failure = true
  attrs = {
    short_term_retention_policy = [{ retention_days = 14 }]
    long_term_retention_policy  = [{ monthly_retention = "P1M" }]
  }
}

resource "azurerm_mssql_database" "fail_ltr_year" {
  expect_failure = true
  attrs = {
    short_term_retention_policy = [{ retention_days = 14 }]
    long_term_retention_policy  = [{ yearly_retention = "P5Y", week_of_year = 1 }]
  }
}

resource "azurerm_mssql_database" "fail_ltr_days" {
  expect_failure = true
  attrs = {
    short_term_retention_policy = [{ retention_days = 14 }]
    long_term_retention_policy  = [{ weekly_retention = "P15D" }]
  }
}

resource "azurerm_mssql_database" "fail_ltr_odd" {
  expect_failure = true
  attrs = {
    short_term_retention_policy = [{ retention_days = 14 }]
    long_term_retention_policy  = [{ weekly_retention = "two weeks" }]
  }
}

resource "azurerm_mssql_managed_database" "fail_managed_ltr" {
  expect_failure = true
  attrs = {
    short_term_retention_days  = 14
    long_term_retention_policy = [{ monthly_retention = "P12M" }]
  }
}

# Other numbers of another TOM.
resource "azurerm_postgresql_flexible_server" "pass_other_range" {
  attrs = {
    backup_retention_days = 30
  }
  inputs {
    backup_retention_min_days = 28
    backup_retention_max_days = 35
  }
}
