# Redis caches speak TLS 1.2 or newer, and nothing in plain.

policy {
  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = ">= 3.0.0, < 6.0.0"
    }
  }
}

locals {
  # What a cache accepts if it does not say. The classic cache stays at TLS 1.0 through versions 3 and 4 of the provider.
  oldest_unset = {
    azurerm_redis_cache              = "1.0"
    azurerm_redis_enterprise_cluster = "1.2"
  }
}

resource_policy "azurerm_redis_*" "tls_1_2" {
  filter = core::contains(core::keys(local.oldest_unset), meta.type)

  locals {
    stated = core::try(attrs.minimum_tls_version, null)
    oldest = local.stated == null ? local.oldest_unset[meta.type] : local.stated
  }

  enforce {
    condition     = core::contains(["1.2", "1.3"], local.oldest)
    error_message = "The cache accepts TLS ${core::valuetostring(local.oldest)}; TLS 1.2 or newer is promised."
  }
}

resource_policy "azurerm_redis_cache" "no_plain_port" {
  locals {
    # Both names of the switch, provider 4 and 3; neither set means closed.
    switches = [core::try(attrs.non_ssl_port_enabled, null), core::try(attrs.enable_non_ssl_port, null)]
  }

  enforce {
    condition     = !core::anytrue([for s in local.switches : s == null ? false : s])
    error_message = "The cache listens on the port without TLS; connections over TLS only are promised."
  }
}

resource_policy "azurerm_redis_enterprise_database" "encrypted" {
  enforce {
    # Not set means Encrypted.
    condition     = core::try(attrs.client_protocol, "Encrypted") != "Plaintext"
    error_message = "The database talks to its clients in plain text; connections over TLS only are promised."
  }
}

resource_policy "azurerm_managed_redis" "encrypted" {
  enforce {
    # Not set means Encrypted.
    condition     = core::try(attrs.default_database[0].client_protocol, "Encrypted") != "Plaintext"
    error_message = "The database talks to its clients in plain text; connections over TLS only are promised."
  }
}
