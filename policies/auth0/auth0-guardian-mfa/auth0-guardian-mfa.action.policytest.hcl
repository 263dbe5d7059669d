policytest {
  targets = ["auth0-guardian-mfa.policy.hcl"]
}

# An action decides after the login who must show a second factor: not judged, and no evidence.
resource "auth0_action" "mfa" {
  skip = true
  attrs = {
    name               = "mfa"
    deploy             = true
    code               = "exports.onExecutePostLogin = async (event, api) => { api.multifactor.enable('any'); };"
    supported_triggers = [{ id = "post-login", version = "v3" }]
  }
}

resource "auth0_guardian" "pass_by_action" {
  attrs = {
    policy = "never"
    otp    = true
  }
}
