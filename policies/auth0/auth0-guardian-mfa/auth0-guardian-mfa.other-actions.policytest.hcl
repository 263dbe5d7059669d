policytest {
  targets = ["auth0-guardian-mfa.policy.hcl"]
}

# Actions that decide nothing: not deployed, for another moment, or about something else.
resource "auth0_action" "draft" {
  skip = true
  attrs = {
    name               = "draft"
    deploy             = false
    code               = "api.multifactor.enable('any');"
    supported_triggers = [{ id = "post-login", version = "v3" }]
  }
}

resource "auth0_action" "machine" {
  skip = true
  attrs = {
    name               = "machine"
    deploy             = true
    code               = "api.multifactor.enable('any');"
    supported_triggers = [{ id = "credentials-exchange", version = "v2" }]
  }
}

resource "auth0_action" "claims" {
  skip = true
  attrs = {
    name               = "claims"
    deploy             = true
    code               = "api.idToken.setCustomClaim('a', 1);"
    supported_triggers = [{ id = "post-login", version = "v3" }]
  }
}

resource "auth0_guardian" "fail_never" {
  expect_failure = true
  attrs = {
    policy = "never"
    otp    = true
  }
}
