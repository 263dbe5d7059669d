policytest {
  targets = ["azure-storage-sas-expiry.policy.hcl"]
}

resource "azurerm_storage_account" "pass_keys_off" {
  attrs = {
    shared_access_key_enabled = false
  }
}

resource "azurerm_storage_account" "pass_one_hour" {
  attrs = {
    sas_policy = [{ expiration_period = "00.01:00:00" }]
  }
}

resource "azurerm_storage_account" "pass_one_day" {
  attrs = {
    sas_policy = [{ expiration_period = "01.00:00:00", expiration_action = "Block" }]
  }
}

resource "azurerm_storage_account" "fail_no_policy" {
  expect_failure = true
  attrs = {
    account_kind = "StorageV2"
  }
}

resource "azurerm_storage_account" "fail_two_days" {
  expect_failure = true
  attrs = {
    sas_policy = [{ expiration_period = "02.00:00:00" }]
  }
}

resource "azurerm_storage_account" "fail_a_day_and_a_second" {
  expect_failure = true
  attrs = {
    sas_policy = [{ expiration_period = "01.00:00:01" }]
  }
}

resource "azurerm_storage_account" "fail_ninety_days" {
  expect_failure = true
  attrs = {
    sas_policy = [{ expiration_period = "90.00:00:00" }]
  }
}

resource "azurerm_storage_account" "fail_null" {
  expect_failure = true
  attrs = {
    shared_access_key_enabled = null
    sas_policy                = null
  }
}

resource "azurerm_storage_account" "fail_keys_on" {
  expect_failure = true
  attrs = {
    shared_access_key_enabled = true
  }
}
