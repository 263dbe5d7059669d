policytest {
  targets = ["azure-storage-blob-retention.policy.hcl"]
}

resource "azurerm_storage_account" "pass_both_14" {
  attrs = {
    id              = "/sa/both_14"
    blob_properties = [{ delete_retention_policy = [{ days = 14 }], container_delete_retention_policy = [{ days = 14 }] }]
  }
}

resource "azurerm_storage_account" "pass_restore_13" {
  attrs = {
    id              = "/sa/restore_13"
    blob_properties = [{ delete_retention_policy = [{ days = 14 }], container_delete_retention_policy = [{ days = 14 }], restore_policy = [{ days = 13 }] }]
  }
}

resource "azurerm_storage_account" "fail_nothing" {
  expect_failure = true
  attrs = {
    id = "/sa/nothing"
  }
}

resource "azurerm_storage_account" "fail_no_soft_delete" {
  expect_failure = true
  attrs = {
    id              = "/sa/no_soft_delete"
    blob_properties = [{ versioning_enabled = false }]
  }
}

resource "azurerm_storage_account" "fail_null" {
  expect_failure = true
  attrs = {
    id              = "/sa/null"
    blob_properties = null
  }
}

resource "azurerm_storage_account" "fail_days_unset" {
  expect_failure = true
  attrs = {
    id              = "/sa/days_unset"
    blob_properties = [{ delete_retention_policy = [{}], container_delete_retention_policy = [{ days = 14 }] }]
  }
}

resource "azurerm_storage_account" "fail_days_null" {
  expect_failure = true
  attrs = {
    id              = "/sa/days_null"
    blob_properties = [{ delete_retention_policy = [{ days = null }], container_delete_retention_policy = [{ days = 14 }] }]
  }
}

resource "azurerm_storage_account" "fail_days_7" {
  expect_failure = true
  attrs = {
    id              = "/sa/days_7"
    blob_properties = [{ delete_retention_policy = [{ days = 7 }], container_delete_retention_policy = [{ days = 14 }] }]
  }
}

resource "azurerm_storage_account" "fail_containers_7" {
  expect_failure = true
  attrs = {
    id              = "/sa/containers_7"
    blob_properties = [{ delete_retention_policy = [{ days = 14 }], container_delete_retention_policy = [{ days = 7 }] }]
  }
}

resource "azurerm_storage_account" "fail_containers_unset" {
  expect_failure = true
  attrs = {
    id              = "/sa/containers_unset"
    blob_properties = [{ delete_retention_policy = [{ days = 14 }] }]
  }
}

resource "azurerm_storage_account" "fail_days_30" {
  expect_failure = true
  attrs = {
    id              = "/sa/days_30"
    blob_properties = [{ delete_retention_policy = [{ days = 30 }], container_delete_retention_policy = [{ days = 14 }] }]
  }
}

resource "azurerm_storage_account" "fail_containers_365" {
  expect_failure = true
  attrs = {
    id              = "/sa/containers_365"
    blob_properties = [{ delete_retention_policy = [{ days = 14 }], container_delete_retention_policy = [{ days = 365 }] }]
  }
}

resource "azurerm_storage_account" "fail_restore_30" {
  expect_failure = true
  attrs = {
    id              = "/sa/restore_30"
    blob_properties = [{ delete_retention_policy = [{ days = 14 }], container_delete_retention_policy = [{ days = 14 }], restore_policy = [{ days = 30 }] }]
  }
}

# File shares have no blobs: not applicable.
resource "azurerm_storage_account" "pass_files" {
  attrs = {
    id           = "/sa/files"
    account_kind = "FileStorage"
  }
}

# Versions live for ever unless a lifecycle deletes them.
resource "azurerm_storage_account" "pass_versions_14" {
  attrs = {
    id              = "/sa/versions_14"
    blob_properties = [{ delete_retention_policy = [{ days = 14 }], container_delete_retention_policy = [{ days = 14 }], versioning_enabled = true }]
  }
}

resource "azurerm_storage_management_policy" "versions_14" {
  skip = true
  attrs = {
    storage_account_id = "/sa/versions_14"
    rule               = [{ name = "versions", enabled = true, actions = [{ version = [{ delete_after_days_since_creation = 14 }] }] }]
  }
}

resource "azurerm_storage_account" "fail_versions_30" {
  expect_failure = true
  attrs = {
    id              = "/sa/versions_30"
    blob_properties = [{ delete_retention_policy = [{ days = 14 }], container_delete_retention_policy = [{ days = 14 }], versioning_enabled = true }]
  }
}

resource "azurerm_storage_management_policy" "versions_30" {
  skip = true
  attrs = {
    storage_account_id = "/sa/versions_30"
    rule               = [{ name = "versions", enabled = true, actions = [{ version = [{ delete_after_days_since_creation = 30 }] }] }]
  }
}

resource "azurerm_storage_account" "fail_versions_never" {
  expect_failure = true
  attrs = {
    id              = "/sa/versions_never"
    blob_properties = [{ delete_retention_policy = [{ days = 14 }], container_delete_retention_policy = [{ days = 14 }], versioning_enabled = true }]
  }
}

resource "azurerm_storage_management_policy" "versions_never" {
  skip = true
  attrs = {
    storage_account_id = "/sa/versions_never"
    rule               = [{ name = "versions", enabled = true, actions = [{ version = [{ delete_after_days_since_creation = -1 }] }] }]
  }
}

resource "azurerm_storage_account" "fail_versions_kept" {
  expect_failure = true
  attrs = {
    id              = "/sa/versions_kept"
    blob_properties = [{ delete_retention_policy = [{ days = 14 }], container_delete_retention_policy = [{ days = 14 }], versioning_enabled = true }]
  }
}

resource "azurerm_storage_account" "fail_versions_off" {
  expect_failure = true
  attrs = {
    id              = "/sa/versions_off"
    blob_properties = [{ delete_retention_policy = [{ days = 14 }], container_delete_retention_policy = [{ days = 14 }], versioning_enabled = true }]
  }
}

resource "azurerm_storage_management_policy" "versions_off" {
  skip = true
  attrs = {
    storage_account_id = "/sa/versions_off"
    rule               = [{ name = "versions", enabled = false, actions = [{ version = [{ delete_after_days_since_creation = 14 }] }] }]
  }
}

resource "azurerm_storage_account" "fail_versions_tiered" {
  expect_failure = true
  attrs = {
    id              = "/sa/versions_tiered"
    blob_properties = [{ delete_retention_policy = [{ days = 14 }], container_delete_retention_policy = [{ days = 14 }], versioning_enabled = true }]
  }
}

resource "azurerm_storage_management_policy" "versions_tiered" {
  skip = true
  attrs = {
    storage_account_id = "/sa/versions_tiered"
    rule               = [{ name = "versions", enabled = true, actions = [{ version = [{ change_tier_to_archive_after_days_since_creation = 7 }] }] }]
  }
}

resource "azurerm_storage_account" "fail_versions_base_blob_only" {
  expect_failure = true
  attrs = {
    id              = "/sa/versions_base_blob_only"
    blob_properties = [{ delete_retention_policy = [{ days = 14 }], container_delete_retention_policy = [{ days = 14 }], versioning_enabled = true }]
  }
}

resource "azurerm_storage_management_policy" "versions_base_blob_only" {
  skip = true
  attrs = {
    storage_account_id = "/sa/versions_base_blob_only"
    rule               = [{ name = "blobs", enabled = true, actions = [{ base_blob = [{ delete_after_days_since_modification_greater_than = 14 }] }] }]
  }
}
