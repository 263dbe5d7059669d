policytest {
  targets = ["auth0-tenant.policy.hcl"]
}

resource "auth0_tenant" "pass_short" {
  attrs = {
    session_lifetime      = 24
    idle_session_lifetime = 8
  }
}

resource "auth0_tenant" "pass_upper_bound" {
  attrs = {
    session_lifetime      = 168
    idle_session_lifetime = 72
  }
}

resource "auth0_tenant" "pass_fraction" {
  attrs = {
    session_lifetime      = 12
    idle_session_lifetime = 0.5
  }
}

resource "auth0_tenant" "fail_unset" {
  expect_failure = true
  attrs = {
    friendly_name = "Example"
  }
}

resource "auth0_tenant" "fail_null" {
  expect_failure = true
  attrs = {
    session_lifetime      = null
    idle_session_lifetime = null
  }
}

resource "auth0_tenant" "fail_long" {
  expect_failure = true
  attrs = {
    session_lifetime      = 720
    idle_session_lifetime = 72
  }
}

resource "auth0_tenant" "fail_long_idle" {
  expect_failure = true
  attrs = {
    session_lifetime      = 168
    idle_session_lifetime = 168
  }
}

resource "auth0_tenant" "fail_idle_unset" {
  expect_failure = true
  attrs = {
    session_lifetime = 24
  }
}

resource "auth0_tenant" "fail_allow_legacy_ro_grant_types" {
  expect_failure = true
  attrs = {
    session_lifetime      = 24
    idle_session_lifetime = 8
    flags                 = [{ allow_legacy_ro_grant_types = true }]
  }
}

resource "auth0_tenant" "fail_allow_legacy_delegation_grant_types" {
  expect_failure = true
  attrs = {
    session_lifetime      = 24
    idle_session_lifetime = 8
    flags                 = [{ allow_legacy_delegation_grant_types = true }]
  }
}

resource "auth0_tenant" "fail_allow_legacy_tokeninfo_endpoint" {
  expect_failure = true
  attrs = {
    session_lifetime      = 24
    idle_session_lifetime = 8
    flags                 = [{ allow_legacy_tokeninfo_endpoint = true }]
  }
}

resource "auth0_tenant" "fail_enable_dynamic_client_registration" {
  expect_failure = true
  attrs = {
    session_lifetime      = 24
    idle_session_lifetime = 8
    flags                 = [{ enable_dynamic_client_registration = true }]
  }
}

resource "auth0_tenant" "fail_clickjacking" {
  expect_failure = true
  attrs = {
    session_lifetime      = 24
    idle_session_lifetime = 8
    flags                 = [{ disable_clickjack_protection_headers = true }]
  }
}

resource "auth0_tenant" "pass_flags_off" {
  attrs = {
    session_lifetime      = 24
    idle_session_lifetime = 8
    flags                 = [{ disable_clickjack_protection_headers = false, enable_dynamic_client_registration = false, allow_legacy_ro_grant_types = null }]
  }
}

resource "auth0_tenant" "fail_logout_http" {
  expect_failure = true
  attrs = {
    session_lifetime      = 24
    idle_session_lifetime = 8
    allowed_logout_urls   = ["http://example.org"]
  }
}

resource "auth0_tenant" "pass_logout_https" {
  attrs = {
    session_lifetime      = 24
    idle_session_lifetime = 8
    allowed_logout_urls   = ["https://example.org", "http://localhost:3000"]
  }
}

# Custom domains.
resource "auth0_custom_domain" "pass_recommended" {
  attrs = {
    domain     = "login.example.org"
    type       = "auth0_managed_certs"
    tls_policy = "recommended"
  }
}

resource "auth0_custom_domain" "fail_compatible" {
  expect_failure = true
  attrs = {
    domain     = "login.example.org"
    type       = "auth0_managed_certs"
    tls_policy = "compatible"
  }
}

resource "auth0_custom_domain" "fail_unset" {
  expect_failure = true
  attrs = {
    domain = "login.example.org"
    type   = "auth0_managed_certs"
  }
}

resource "auth0_custom_domain" "pass_own_proxy" {
  attrs = {
    domain = "login.example.org"
    type   = "self_managed_certs"
  }
}
