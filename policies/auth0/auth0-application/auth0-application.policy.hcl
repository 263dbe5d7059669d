# Applications and APIs in Auth0 use safe flows, HTTPS, roles and keys of their own.

policy {
  required_providers {
    auth0 = {
      source  = "auth0/auth0"
      version = ">= 1.0.0, < 2.0.0"
    }
  }
}

locals {
  # Grants in which the application sees the password, or the token appears in the browser's address.
  refused_grants = ["http://auth0.com/oauth/grant-type/password-realm", "implicit", "password"]

  # Social logins that fall back to Auth0's shared developer keys.
  social = ["apple", "facebook", "github", "google-oauth2", "linkedin", "twitter", "windowslive"]
}

resource_policy "auth0_resource_server" "rbac" {
  enforce {
    # Off unless it is switched on.
    condition     = core::try(attrs.enforce_policies, false) == true
    error_message = "enforce_policies is not true: the API does not check the roles of its users; central RBAC is promised."
  }
}

resource_policy "auth0_client" "safe_grants" {
  locals {
    stated  = core::try(attrs.grant_types, null)
    grants  = core::try([for g in local.stated : g], [])
    refused = [for g in local.grants : g if core::contains(local.refused_grants, g)]
  }

  enforce {
    # Left out, the service decides by the type of the application, and includes the implicit grant for some.
    condition     = local.stated != null
    error_message = "grant_types is not set, so Auth0 chooses them; name the ones that the application needs."
  }

  enforce {
    condition     = core::length(local.refused) == 0
    error_message = "The application may use ${core::join(", ", local.refused)}, which goes around the login page and its second factor."
  }
}

resource_policy "auth0_client" "https_only" {
  locals {
    urls = core::flatten([
      for a in ["callbacks", "allowed_logout_urls", "web_origins", "allowed_origins"] : core::try([for u in attrs[a] : u], [])
    ])
    # Applications on a device have a scheme of their own; developers use their own machine.
    plain = [for u in local.urls : u if core::startswith(u, "http://") && !core::regex_match(u, "^http://(localhost|127\\.0\\.0\\.1)([:/]|$)")]
    wild  = [for u in local.urls : u if core::contains_substring(u, "*")]
  }

  enforce {
    condition     = core::length(local.plain) == 0
    error_message = "The application takes tokens at ${core::join(", ", local.plain)}, which is not HTTPS."
  }

  enforce {
    condition     = core::length(local.wild) == 0
    error_message = "The application takes tokens at ${core::join(", ", local.wild)}: whoever gets hold of one such host gets them, too."
  }
}

resource_policy "auth0_connection" "own_keys" {
  filter = core::contains(local.social, attrs.strategy)

  enforce {
    condition     = core::try(attrs.options[0].client_id, null) != null && core::try(attrs.options[0].client_id, "") != ""
    error_message = "The connection has no client_id and uses Auth0's shared developer keys, a default credential."
  }
}
