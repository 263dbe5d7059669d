# Storage accounts speak TLS 1.2 or newer, and nothing in plain.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

resource_policy "azurerm_storage_account" "tls_1_2" {
  locals {
    # Not set, the provider asks for TLS 1.2 since version 3.
    stated = core::try(attrs.min_tls_version, null)
    oldest = local.stated == null ? "TLS1_2" : local.stated
  }

  enforce {
    condition     = core::contains(["TLS1_2", "TLS1_3"], local.oldest)
    error_message = "The account accepts connections from ${core::valuetostring(local.oldest)} on; TLS 1.2 or newer is promised."
  }
}

resource_policy "azurerm_storage_account" "https_only" {
  locals {
    # Both names of the switch, provider 4 and 3; neither set means on.
    switches = [core::try(attrs.https_traffic_only_enabled, null), core::try(attrs.enable_https_traffic_only, null)]
  }

  enforce {
    condition     = core::alltrue([for s in local.switches : s == null ? true : s])
    error_message = "The account answers plain HTTP as well; connections over TLS only are promised."
  }

  enforce {
    condition     = core::try(attrs.nfsv3_enabled, false) != true
    error_message = "NFS 3.0 moves data without encryption; connections over TLS only are promised."
  }
}
