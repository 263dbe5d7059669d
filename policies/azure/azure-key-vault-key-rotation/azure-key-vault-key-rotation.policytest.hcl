policytest {
  targets = ["azure-key-vault-key-rotation.policy.hcl"]
}

resource "azurerm_key_vault_key" "pass_after_90_days" {
  attrs = {
    key_type        = "RSA"
    rotation_policy = [{ expire_after = "P365D", notify_before_expiry = "P30D", automatic = [{ time_after_creation = "P90D" }] }]
  }
}

resource "azurerm_key_vault_key" "pass_after_a_year" {
  attrs = {
    key_type        = "RSA"
    rotation_policy = [{ expire_after = "P365D", notify_before_expiry = "P30D", automatic = [{ time_after_creation = "P1Y" }] }]
  }
}

resource "azurerm_key_vault_key" "pass_after_twelve_months" {
  attrs = {
    key_type        = "RSA"
    rotation_policy = [{ expire_after = "P365D", notify_before_expiry = "P30D", automatic = [{ time_after_creation = "P12M" }] }]
  }
}

resource "azurerm_key_vault_key" "pass_before_expiry" {
  attrs = {
    key_type        = "RSA"
    rotation_policy = [{ expire_after = "P365D", notify_before_expiry = "P30D", automatic = [{ time_before_expiry = "P30D" }] }]
  }
}

resource "azurerm_key_vault_key" "fail_after_two_years" {
  expect_failure = true
  attrs = {
    key_type        = "RSA"
    rotation_policy = [{ expire_after = "P365D", notify_before_expiry = "P30D", automatic = [{ time_after_creation = "P2Y" }] }]
  }
}

resource "azurerm_key_vault_key" "fail_after_18_months" {
  expect_failure = true
  attrs = {
    key_type        = "RSA"
    rotation_policy = [{ expire_after = "P365D", notify_before_expiry = "P30D", automatic = [{ time_after_creation = "P18M" }] }]
  }
}

resource "azurerm_key_vault_key" "fail_before_a_late_expiry" {
  expect_failure = true
  attrs = {
    key_type        = "RSA"
    rotation_policy = [{ expire_after = "P3Y", automatic = [{ time_before_expiry = "P30D" }] }]
  }
}

resource "azurerm_key_vault_key" "fail_without_rotation" {
  expect_failure = true
  attrs = {
    key_type = "RSA"
    key_size = 3072
  }
}

resource "azurerm_key_vault_key" "fail_null_rotation" {
  expect_failure = true
  attrs = {
    key_type        = "RSA"
    expiration_date = "2027-01-01T00:00:00Z"
    rotation_policy = null
  }
}

resource "azurerm_key_vault_key" "fail_no_automatic" {
  expect_failure = true
  attrs = {
    key_type        = "RSA"
    rotation_policy = [{ expire_after = "P90D" }]
  }
}

resource "azurerm_key_vault_key" "fail_empty_automatic" {
  expect_failure = true
  attrs = {
    key_type        = "RSA"
    rotation_policy = [{ expire_after = "P90D", automatic = [{}] }]
  }
}

resource "azurerm_key_vault_key" "fail_expiry_only" {
  expect_failure = true
  attrs = {
    key_type        = "RSA"
    expiration_date = "2027-01-01T00:00:00Z"
  }
}

# It rotates, but no version of it ever expires.
resource "azurerm_key_vault_key" "fail_never_expires" {
  expect_failure = true
  attrs = {
    key_type        = "RSA"
    rotation_policy = [{ automatic = [{ time_after_creation = "P90D" }] }]
  }
}

resource "azurerm_key_vault_key" "pass_rotates_and_expires" {
  attrs = {
    key_type        = "RSA"
    expiration_date = "2027-01-01T00:00:00Z"
    rotation_policy = [{ automatic = [{ time_after_creation = "P90D" }] }]
  }
}

resource "azurerm_key_vault_key" "fail_expiry_null" {
  expect_failure = true
  attrs = {
    key_type        = "RSA"
    expiration_date = null
    rotation_policy = [{ automatic = [{ time_after_creation = "P90D" }], expire_after = null }]
  }
}
