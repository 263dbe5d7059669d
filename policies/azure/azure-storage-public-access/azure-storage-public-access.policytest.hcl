policytest {
  targets = ["azure-storage-public-access.policy.hcl"]
}

resource "azurerm_storage_account" "pass_closed" {
  attrs = {
    id                              = "/sa/closed"
    allow_nested_items_to_be_public = false
    public_network_access_enabled   = false
  }
}

resource "azurerm_storage_account" "pass_denied" {
  attrs = {
    id                              = "/sa/denied"
    allow_nested_items_to_be_public = false
    network_rules                   = [{ default_action = "Deny", bypass = ["AzureServices"] }]
  }
}

resource "azurerm_storage_account" "pass_denied_by_resource" {
  attrs = {
    id                              = "/sa/denied_by_resource"
    allow_nested_items_to_be_public = false
  }
}

resource "azurerm_storage_account_network_rules" "denied" {
  skip = true
  attrs = {
    storage_account_id = azurerm_storage_account.pass_denied_by_resource.id
    default_action     = "Deny"
  }
}

resource "azurerm_storage_account" "fail_anonymous" {
  expect_failure = true
  attrs = {
    id                              = "/sa/anonymous"
    allow_nested_items_to_be_public = true
    network_rules                   = [{ default_action = "Deny", bypass = ["AzureServices"] }]
  }
}

resource "azurerm_storage_account" "fail_anonymous_unset" {
  expect_failure = true
  attrs = {
    id            = "/sa/anonymous_unset"
    network_rules = [{ default_action = "Deny", bypass = ["AzureServices"] }]
  }
}

resource "azurerm_storage_account" "fail_anonymous_null" {
  expect_failure = true
  attrs = {
    id                              = "/sa/anonymous_null"
    allow_nested_items_to_be_public = null
    network_rules                   = [{ default_action = "Deny", bypass = ["AzureServices"] }]
  }
}

resource "azurerm_storage_account" "fail_open" {
  expect_failure = true
  attrs = {
    id                              = "/sa/open"
    allow_nested_items_to_be_public = false
    public_network_access_enabled   = true
  }
}

resource "azurerm_storage_account" "fail_network_unset" {
  expect_failure = true
  attrs = {
    id                              = "/sa/network_unset"
    allow_nested_items_to_be_public = false
  }
}

resource "azurerm_storage_account" "fail_network_null" {
  expect_failure = true
  attrs = {
    id                              = "/sa/network_null"
    allow_nested_items_to_be_public = false
    public_network_access_enabled   = null
    network_rules                   = null
  }
}

resource "azurerm_storage_account" "fail_allowed" {
  expect_failure = true
  attrs = {
    id                              = "/sa/allowed"
    allow_nested_items_to_be_public = false
    network_rules                   = [{ default_action = "Allow" }]
  }
}

resource "azurerm_storage_account" "fail_allowed_by_resource" {
  expect_failure = true
  attrs = {
    id                              = "/sa/allowed_by_resource"
    allow_nested_items_to_be_public = false
  }
}

resource "azurerm_storage_account_network_rules" "allowed" {
  skip = true
  attrs = {
    storage_account_id = azurerm_storage_account.fail_allowed_by_resource.id
    default_action     = "Allow"
  }
}

resource "azurerm_storage_container" "pass_private" {
  attrs = {
    container_access_type = "private"
  }
}

resource "azurerm_storage_container" "pass_unset" {
  attrs = {
    name = "reports"
  }
}

resource "azurerm_storage_container" "pass_null" {
  attrs = {
    container_access_type = null
  }
}

resource "azurerm_storage_container" "fail_blob" {
  expect_failure = true
  attrs = {
    container_access_type = "blob"
  }
}

resource "azurerm_storage_container" "fail_container" {
  expect_failure = true
  attrs = {
    container_access_type = "container"
  }
}
