policytest {
  targets = ["azure-storage-immutability.policy.hcl"]
}

resource "azurerm_storage_container_immutability_policy" "pass_locked" {
  attrs = {
    storage_container_resource_manager_id = "/c/x"
    locked                                = true
    immutability_period_in_days           = 60
  }
}

resource "azurerm_storage_container_immutability_policy" "pass_upper_bound" {
  attrs = {
    storage_container_resource_manager_id = "/c/x"
    locked                                = true
    immutability_period_in_days           = 90
  }
}

resource "azurerm_storage_container_immutability_policy" "fail_unlocked" {
  expect_failure = true
  attrs = {
    storage_container_resource_manager_id = "/c/x"
    locked                                = false
    immutability_period_in_days           = 60
  }
}

resource "azurerm_storage_container_immutability_policy" "fail_unset" {
  expect_failure = true
  attrs = {
    storage_container_resource_manager_id = "/c/x"
    immutability_period_in_days           = 60
  }
}

resource "azurerm_storage_container_immutability_policy" "fail_null" {
  expect_failure = true
  attrs = {
    storage_container_resource_manager_id = "/c/x"
    locked                                = null
    immutability_period_in_days           = 60
  }
}

resource "azurerm_storage_container_immutability_policy" "fail_too_short" {
  expect_failure = true
  attrs = {
    storage_container_resource_manager_id = "/c/x"
    locked                                = true
    immutability_period_in_days           = 7
  }
}

resource "azurerm_storage_container_immutability_policy" "fail_a_year" {
  expect_failure = true
  attrs = {
    storage_container_resource_manager_id = "/c/x"
    locked                                = true
    immutability_period_in_days           = 365
  }
}

# Accounts that logs are exported to.
resource "azurerm_storage_account" "pass_account_locked" {
  attrs = {
    id                  = "/sa/account_locked"
    name                = "account_locked"
    immutability_policy = [{ state = "Locked", period_since_creation_in_days = 60, allow_protected_append_writes = true }]
  }
}

resource "azurerm_monitor_diagnostic_setting" "account_locked" {
  skip = true
  attrs = {
    target_resource_id = "/kv"
    storage_account_id = "/sa/account_locked"
    enabled_log        = [{ category_group = "audit" }]
  }
}

resource "azurerm_storage_account" "pass_container_policy" {
  attrs = {
    id   = "/sa/container_policy"
    name = "container_policy"
  }
}

resource "azurerm_monitor_diagnostic_setting" "container_policy" {
  skip = true
  attrs = {
    target_resource_id = "/kv"
    storage_account_id = "/sa/container_policy"
    enabled_log        = [{ category_group = "audit" }]
  }
}

resource "azurerm_storage_container" "logs" {
  skip = true
  attrs = {
    id                   = "/c/1"
    resource_manager_id  = "/c/1"
    storage_account_name = "container_policy"
  }
}

resource "azurerm_storage_container_immutability_policy" "logs" {
  skip = true
  attrs = {
    storage_container_resource_manager_id = azurerm_storage_container.logs.resource_manager_id
    locked                                = true
    immutability_period_in_days           = 60
  }
}

resource "azurerm_storage_account" "pass_container_policy_v5" {
  attrs = {
    id   = "/sa/container_policy_v5"
    name = "container_policy_v5"
  }
}

resource "azurerm_monitor_diagnostic_setting" "container_policy_v5" {
  skip = true
  attrs = {
    target_resource_id = "/kv"
    storage_account_id = "/sa/container_policy_v5"
    enabled_log        = [{ category_group = "audit" }]
  }
}

resource "azurerm_storage_container" "logs_v5" {
  skip = true
  attrs = {
    id                 = "/c/2"
    storage_account_id = azurerm_storage_account.pass_container_policy_v5.id
  }
}

resource "azurerm_storage_container_immutability_policy" "logs_v5" {
  skip = true
  attrs = {
    storage_container_resource_manager_id = azurerm_storage_container.logs_v5.id
    locked                                = true
    immutability_period_in_days           = 60
  }
}

resource "azurerm_storage_account" "fail_account_unlocked" {
  expect_failure = true
  attrs = {
    id                  = "/sa/account_unlocked"
    name                = "account_unlocked"
    immutability_policy = [{ state = "Unlocked", period_since_creation_in_days = 60 }]
  }
}

resource "azurerm_monitor_diagnostic_setting" "account_unlocked" {
  skip = true
  attrs = {
    target_resource_id = "/kv"
    storage_account_id = "/sa/account_unlocked"
    enabled_log        = [{ category_group = "audit" }]
  }
}

resource "azurerm_storage_account" "fail_account_disabled" {
  expect_failure = true
  attrs = {
    id                  = "/sa/account_disabled"
    name                = "account_disabled"
    immutability_policy = [{ state = "Disabled", period_since_creation_in_days = 60 }]
  }
}

resource "azurerm_monitor_diagnostic_setting" "account_disabled" {
  skip = true
  attrs = {
    target_resource_id = "/kv"
    storage_account_id = "/sa/account_disabled"
    enabled_log        = [{ category_group = "audit" }]
  }
}

resource "azurerm_storage_account" "fail_changeable" {
  expect_failure = true
  attrs = {
    id   = "/sa/changeable"
    name = "changeable"
  }
}

resource "azurerm_monitor_diagnostic_setting" "changeable" {
  skip = true
  attrs = {
    target_resource_id = "/kv"
    storage_account_id = "/sa/changeable"
    enabled_log        = [{ category_group = "audit" }]
  }
}

resource "azurerm_storage_account" "fail_changeable_null" {
  expect_failure = true
  attrs = {
    id                  = "/sa/changeable_null"
    name                = "changeable_null"
    immutability_policy = null
  }
}

resource "azurerm_monitor_diagnostic_setting" "changeable_null" {
  skip = true
  attrs = {
    target_resource_id = "/kv"
    storage_account_id = "/sa/changeable_null"
    enabled_log        = [{ category_group = "audit" }]
  }
}

resource "azurerm_storage_account" "fail_account_ten_years" {
  expect_failure = true
  attrs = {
    id                  = "/sa/account_ten_years"
    name                = "account_ten_years"
    immutability_policy = [{ state = "Locked", period_since_creation_in_days = 3650 }]
  }
}

resource "azurerm_monitor_diagnostic_setting" "account_ten_years" {
  skip = true
  attrs = {
    target_resource_id = "/kv"
    storage_account_id = "/sa/account_ten_years"
    enabled_log        = [{ category_group = "audit" }]
  }
}

# An account without logs: not applicable.
resource "azurerm_storage_account" "pass_no_logs" {
  attrs = {
    id   = "/sa/no_logs"
    name = "nologs"
  }
}
