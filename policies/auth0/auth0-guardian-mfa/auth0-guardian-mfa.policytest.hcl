policytest {
  targets = ["auth0-guardian-mfa.policy.hcl"]
}

resource "auth0_guardian" "pass_all_applications" {
  attrs = {
    policy = "all-applications"
    otp    = true
  }
}

resource "auth0_guardian" "pass_security_keys" {
  attrs = {
    policy           = "all-applications"
    webauthn_roaming = [{ enabled = true, user_verification = "required" }]
  }
}

resource "auth0_guardian" "pass_device_biometrics" {
  attrs = {
    policy            = "all-applications"
    webauthn_platform = [{ enabled = true }]
  }
}

resource "auth0_guardian" "pass_push" {
  attrs = {
    policy = "all-applications"
    push   = [{ enabled = true, provider = "guardian" }]
  }
}

resource "auth0_guardian" "pass_duo" {
  attrs = {
    policy = "all-applications"
    duo    = [{ enabled = true }]
  }
}

resource "auth0_guardian" "pass_sms_beside_otp" {
  attrs = {
    policy = "all-applications"
    otp    = true
    phone  = [{ enabled = true, message_types = ["sms"] }]
  }
}

resource "auth0_guardian" "fail_never" {
  expect_failure = true
  attrs = {
    policy = "never"
    otp    = true
  }
}

resource "auth0_guardian" "fail_adaptive" {
  expect_failure = true
  attrs = {
    policy = "confidence-score"
    otp    = true
  }
}

resource "auth0_guardian" "fail_no_factor" {
  expect_failure = true
  attrs = {
    policy = "all-applications"
  }
}

resource "auth0_guardian" "fail_factor_off" {
  expect_failure = true
  attrs = {
    policy = "all-applications"
    otp    = false
    push   = [{ enabled = false }]
  }
}

resource "auth0_guardian" "fail_null_factors" {
  expect_failure = true
  attrs = {
    policy = "all-applications"
    otp    = null
    push   = null
  }
}

resource "auth0_guardian" "fail_only_mail" {
  expect_failure = true
  attrs = {
    policy = "all-applications"
    email  = true
  }
}

resource "auth0_guardian" "fail_only_sms" {
  expect_failure = true
  attrs = {
    policy = "all-applications"
    phone  = [{ enabled = true, message_types = ["sms"] }]
  }
}

resource "auth0_guardian" "fail_mail_beside_otp" {
  expect_failure = true
  attrs = {
    policy = "all-applications"
    otp    = true
    email  = true
  }
}
