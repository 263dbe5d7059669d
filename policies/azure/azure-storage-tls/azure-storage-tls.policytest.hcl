policytest {
  targets = ["azure-storage-tls.policy.hcl"]
}

resource "azurerm_storage_account" "pass_tls_1_2" {
  attrs = {
    min_tls_version = "TLS1_2"
  }
}

resource "azurerm_storage_account" "pass_tls_1_3" {
  attrs = {
    min_tls_version = "TLS1_3"
  }
}

resource "azurerm_storage_account" "pass_unset" {
  attrs = {
    account_kind = "StorageV2"
  }
}

resource "azurerm_storage_account" "pass_null" {
  attrs = {
    min_tls_version            = null
    https_traffic_only_enabled = null
    nfsv3_enabled              = null
  }
}

resource "azurerm_storage_account" "fail_tls_1_0" {
  expect_failure = true
  attrs = {
    min_tls_version = "TLS1_0"
  }
}

resource "azurerm_storage_account" "fail_tls_1_1" {
  expect_failure = true
  attrs = {
    min_tls_version = "TLS1_1"
  }
}

# The switch has another name since provider 4.
resource "azurerm_storage_account" "pass_https_only" {
  attrs = {
    https_traffic_only_enabled = true
  }
}

resource "azurerm_storage_account" "fail_http" {
  expect_failure = true
  attrs = {
    https_traffic_only_enabled = false
  }
}

resource "azurerm_storage_account" "pass_https_only_v3" {
  attrs = {
    enable_https_traffic_only = true
  }
}

resource "azurerm_storage_account" "fail_http_v3" {
  expect_failure = true
  attrs = {
    enable_https_traffic_only = false
  }
}

resource "azurerm_storage_account" "fail_http_v3_beside_null" {
  expect_failure = true
  attrs = {
    https_traffic_only_enabled = null
    enable_https_traffic_only  = false
  }
}

resource "azurerm_storage_account" "fail_nfs" {
  expect_failure = true
  attrs = {
    nfsv3_enabled = true
  }
}

resource "azurerm_storage_account" "pass_no_nfs" {
  attrs = {
    nfsv3_enabled = false
  }
}
