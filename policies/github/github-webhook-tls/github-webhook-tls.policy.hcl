# Webhooks are delivered over TLS and signed.

policy {
  required_providers {
    github = {
      source  = "integrations/github"
      version = ">= 5.38.0, < 7.0.0"
    }
  }
}

locals {
  webhooks = ["github_organization_webhook", "github_repository_webhook"]
}

resource_policy "github_*_webhook" "encrypted" {
  # An inactive webhook sends nothing.
  filter = core::contains(local.webhooks, meta.type) && core::try(attrs.active, true) != false

  enforce {
    # Not set means that certificates are checked.
    condition     = core::try(attrs.configuration[0].insecure_ssl, false) != true
    error_message = "insecure_ssl switches the check of the receiver's certificate off; connections over TLS only are promised."
  }

  enforce {
    condition     = core::startswith(core::lower(core::try(attrs.configuration[0].url, "")), "https://")
    error_message = "The webhook is delivered over plain HTTP; connections over TLS only are promised."
  }
}

resource_policy "github_*_webhook" "signed" {
  filter = core::contains(local.webhooks, meta.type) && core::try(attrs.active, true) != false

  enforce {
    condition     = core::try(attrs.configuration[0].secret, null) != null
    error_message = "Deliveries are not signed (no secret): the receiver cannot tell them from forged ones."
  }
}
