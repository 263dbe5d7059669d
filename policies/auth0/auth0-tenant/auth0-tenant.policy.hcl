# Sessions, headers and old protocols of the Auth0 tenant.

policy {
  required_providers {
    auth0 = {
      source  = "auth0/auth0"
      version = ">= 1.0.0, < 2.0.0"
    }
  }
}

input "session_max_hours" {
  type        = number
  description = "The most hours until a session ends, whatever the user does."
  default     = 168
}

input "session_idle_max_hours" {
  type        = number
  description = "The most hours until an unused session ends."
  default     = 72
}

resource_policy "auth0_tenant" "sessions_end" {
  locals {
    # Left out, the tenant keeps its value, which may be 720 hours.
    session = core::try(attrs.session_lifetime, null)
    idle    = core::try(attrs.idle_session_lifetime, null)
  }

  enforce {
    condition     = local.session == null ? false : local.session <= input.session_max_hours
    error_message = "${local.session == null ? "session_lifetime is not set, so the tenant keeps its value" : "Sessions last ${local.session} hours"}; at most ${input.session_max_hours} hours are promised."
  }

  enforce {
    condition     = local.idle == null ? false : local.idle <= input.session_idle_max_hours
    error_message = "${local.idle == null ? "idle_session_lifetime is not set, so the tenant keeps its value" : "Unused sessions last ${local.idle} hours"}; at most ${input.session_idle_max_hours} hours are promised."
  }
}

resource_policy "auth0_tenant" "no_legacy_ways_in" {
  locals {
    legacy = [
      for f in ["allow_legacy_delegation_grant_types", "allow_legacy_ro_grant_types", "allow_legacy_tokeninfo_endpoint", "enable_dynamic_client_registration"] :
      f if core::try(attrs.flags[0][f], false) == true
    ]
  }

  enforce {
    condition     = core::length(local.legacy) == 0
    error_message = "The tenant allows ${core::join(", ", local.legacy)}: ways in that go around the second factor or let anybody register an application."
  }
}

resource_policy "auth0_tenant" "security_headers" {
  locals {
    plain = [for u in core::try([for u in attrs.allowed_logout_urls : u], []) : u if !core::regex_match(u, "^(https://|http://(localhost|127\\.0\\.0\\.1)([:/]|$))")]
  }

  enforce {
    condition     = core::try(attrs.flags[0].disable_clickjack_protection_headers, false) != true
    error_message = "The login page goes without the headers against clickjacking; security headers are promised on all web endpoints."
  }

  enforce {
    condition     = core::length(local.plain) == 0
    error_message = "Logout may lead to ${core::join(", ", local.plain)}, which is not HTTPS."
  }
}

resource_policy "auth0_custom_domain" "tls_1_2" {
  # With certificates of one's own the reverse proxy decides.
  filter = attrs.type == "auth0_managed_certs"

  enforce {
    # Left out, the domain keeps its policy, and older domains may have "compatible".
    condition     = core::try(attrs.tls_policy, "") == "recommended"
    error_message = "tls_policy is ${core::valuetostring(core::try(attrs.tls_policy, "not set"))}; only \"recommended\" keeps TLS 1.0 and 1.1 out."
  }
}
