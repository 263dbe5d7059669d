policytest {
  targets = ["auth0-application.policy.hcl"]
}

resource "auth0_resource_server" "pass_rbac" {
  attrs = {
    identifier       = "https://api.example.org"
    enforce_policies = true
  }
}

resource "auth0_resource_server" "fail_no_rbac" {
  expect_failure = true
  attrs = {
    identifier = "https://api.example.org"
  }
}

resource "auth0_resource_server" "fail_rbac_off" {
  expect_failure = true
  attrs = {
    identifier       = "https://api.example.org"
    enforce_policies = false
  }
}

resource "auth0_resource_server" "fail_rbac_null" {
  expect_failure = true
  attrs = {
    enforce_policies = null
  }
}

resource "auth0_client" "pass_code_flow" {
  attrs = {
    app_type    = "regular_web"
    grant_types = ["authorization_code", "refresh_token"]
    callbacks   = ["https://app.example.org/callback"]
  }
}

resource "auth0_client" "pass_native" {
  attrs = {
    app_type    = "native"
    grant_types = ["authorization_code"]
    callbacks   = ["org.example.app://login.example.org/callback"]
  }
}

resource "auth0_client" "pass_local_development" {
  attrs = {
    grant_types = ["authorization_code"]
    callbacks   = ["http://localhost:3000/callback", "http://127.0.0.1:8080"]
  }
}

resource "auth0_client" "pass_machine" {
  attrs = {
    app_type    = "non_interactive"
    grant_types = ["client_credentials"]
  }
}

resource "auth0_client" "fail_grant_password" {
  expect_failure = true
  attrs = {
    grant_types = ["authorization_code", "password"]
  }
}

resource "auth0_client" "fail_grant_password_realm" {
  expect_failure = true
  attrs = {
    grant_types = ["authorization_code", "http://auth0.com/oauth/grant-type/password-realm"]
  }
}

resource "auth0_client" "fail_grant_implicit" {
  expect_failure = true
  attrs = {
    grant_types = ["authorization_code", "implicit"]
  }
}

resource "auth0_client" "fail_grants_unset" {
  expect_failure = true
  attrs = {
    app_type = "spa"
  }
}

resource "auth0_client" "fail_grants_null" {
  expect_failure = true
  attrs = {
    grant_types = null
  }
}

resource "auth0_client" "fail_http_callback" {
  expect_failure = true
  attrs = {
    grant_types = ["authorization_code"]
    callbacks   = ["http://app.example.org/callback"]
  }
}

resource "auth0_client" "fail_wildcard_callback" {
  expect_failure = true
  attrs = {
    grant_types = ["authorization_code"]
    callbacks   = ["https://*.example.org/callback"]
  }
}

resource "auth0_client" "fail_http_logout" {
  expect_failure = true
  attrs = {
    grant_types         = ["authorization_code"]
    allowed_logout_urls = ["http://app.example.org"]
  }
}

resource "auth0_client" "fail_http_origin" {
  expect_failure = true
  attrs = {
    grant_types = ["authorization_code"]
    web_origins = ["http://app.example.org"]
  }
}

resource "auth0_client" "fail_lookalike_localhost" {
  expect_failure = true
  attrs = {
    grant_types = ["authorization_code"]
    callbacks   = ["http://localhost.example.org/callback"]
  }
}

# Social connections with Auth0's shared keys.
resource "auth0_connection" "fail_dev_keys_google_oauth2" {
  expect_failure = true
  attrs = {
    strategy = "google-oauth2"
    options  = [{ scopes = ["email"] }]
  }
}

resource "auth0_connection" "fail_dev_keys_facebook" {
  expect_failure = true
  attrs = {
    strategy = "facebook"
    options  = [{ scopes = ["email"] }]
  }
}

resource "auth0_connection" "fail_dev_keys_github" {
  expect_failure = true
  attrs = {
    strategy = "github"
    options  = [{ scopes = ["email"] }]
  }
}

resource "auth0_connection" "fail_dev_keys_twitter" {
  expect_failure = true
  attrs = {
    strategy = "twitter"
    options  = [{ scopes = ["email"] }]
  }
}

resource "auth0_connection" "fail_dev_keys_linkedin" {
  expect_failure = true
  attrs = {
    strategy = "linkedin"
    options  = [{ scopes = ["email"] }]
  }
}

resource "auth0_connection" "fail_dev_keys_apple" {
  expect_failure = true
  attrs = {
    strategy = "apple"
    options  = [{ scopes = ["email"] }]
  }
}

resource "auth0_connection" "fail_dev_keys_windowslive" {
  expect_failure = true
  attrs = {
    strategy = "windowslive"
    options  = [{ scopes = ["email"] }]
  }
}

resource "auth0_connection" "pass_own_keys" {
  attrs = {
    strategy = "google-oauth2"
    options  = [{ client_id = "123.apps.googleusercontent.com" }]
  }
}

resource "auth0_connection" "fail_empty_keys" {
  expect_failure = true
  attrs = {
    strategy = "google-oauth2"
    options  = [{ client_id = "" }]
  }
}

resource "auth0_connection" "fail_no_options" {
  expect_failure = true
  attrs = {
    strategy = "github"
  }
}

resource "auth0_connection" "fail_null_keys" {
  expect_failure = true
  attrs = {
    strategy = "github"
    options  = [{ client_id = null }]
  }
}

resource "auth0_connection" "pass_database" {
  attrs = {
    strategy = "auth0"
    options  = [{}]
  }
}
