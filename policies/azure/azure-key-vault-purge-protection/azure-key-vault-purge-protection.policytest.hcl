policytest {
  targets = ["azure-key-vault-purge-protection.policy.hcl"]
}

resource "azurerm_key_vault" "pass_vault" {
  attrs = {
    purge_protection_enabled = true
  }
}

resource "azurerm_key_vault" "pass_vault_90" {
  attrs = {
    purge_protection_enabled   = true
    soft_delete_retention_days = 90
  }
}

resource "azurerm_key_vault" "pass_vault_7" {
  attrs = {
    purge_protection_enabled   = true
    soft_delete_retention_days = 7
  }
}

resource "azurerm_key_vault" "pass_vault_null_days" {
  attrs = {
    purge_protection_enabled   = true
    soft_delete_retention_days = null
  }
}

resource "azurerm_key_vault" "fail_vault_off" {
  expect_failure = true
  attrs = {
    purge_protection_enabled = false
  }
}

resource "azurerm_key_vault" "fail_vault_unset" {
  expect_failure = true
  attrs = {
    sku_name = "standard"
  }
}

resource "azurerm_key_vault" "fail_vault_null" {
  expect_failure = true
  attrs = {
    purge_protection_enabled = null
  }
}

resource "azurerm_key_vault_managed_hardware_security_module" "pass_hsm" {
  attrs = {
    purge_protection_enabled = true
  }
}

resource "azurerm_key_vault_managed_hardware_security_module" "pass_hsm_90" {
  attrs = {
    purge_protection_enabled   = true
    soft_delete_retention_days = 90
  }
}

resource "azurerm_key_vault_managed_hardware_security_module" "pass_hsm_7" {
  attrs = {
    purge_protection_enabled   = true
    soft_delete_retention_days = 7
  }
}

resource "azurerm_key_vault_managed_hardware_security_module" "pass_hsm_null_days" {
  attrs = {
    purge_protection_enabled   = true
    soft_delete_retention_days = null
  }
}

resource "azurerm_key_vault_managed_hardware_security_module" "fail_hsm_off" {
  expect_failure = true
  attrs = {
    purge_protection_enabled = false
  }
}

resource "azurerm_key_vault_managed_hardware_security_module" "fail_hsm_unset" {
  expect_failure = true
  attrs = {
    sku_name = "standard"
  }
}

resource "azurerm_key_vault_managed_hardware_security_module" "fail_hsm_null" {
  expect_failure = true
  attrs = {
    purge_protection_enabled = null
  }
}

# Another TOM wants a longer window.
resource "azurerm_key_vault" "fail_short_window" {
  expect_failure = true
  attrs = {
    purge_protection_enabled   = true
    soft_delete_retention_days = 7
  }
  inputs {
    kms_deletion_window_min_days = 30
  }
}
