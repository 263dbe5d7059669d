policytest {
  targets = ["auth0-password-policy.policy.hcl"]
}

resource "auth0_connection" "pass_strict" {
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_policy = "good", password_complexity_options = [{ min_length = 15 }], password_dictionary = [{ enable = true }], password_no_personal_info = [{ enable = true }], password_history = [{ enable = true, size = 5 }] }]
  }
}

resource "auth0_connection" "pass_excellent" {
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_policy = "excellent", password_complexity_options = [{ min_length = 15 }], password_dictionary = [{ enable = true }], password_no_personal_info = [{ enable = true }], password_history = [{ enable = true, size = 5 }] }]
  }
}

resource "auth0_connection" "pass_sixteen" {
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_policy = "good", password_complexity_options = [{ min_length = 16 }], password_dictionary = [{ enable = true }], password_no_personal_info = [{ enable = true }], password_history = [{ enable = true, size = 5 }] }]
  }
}

resource "auth0_connection" "fail_policy_none" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_policy = "none", password_complexity_options = [{ min_length = 15 }], password_dictionary = [{ enable = true }], password_no_personal_info = [{ enable = true }], password_history = [{ enable = true, size = 5 }] }]
  }
}

resource "auth0_connection" "fail_policy_low" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_policy = "low", password_complexity_options = [{ min_length = 15 }], password_dictionary = [{ enable = true }], password_no_personal_info = [{ enable = true }], password_history = [{ enable = true, size = 5 }] }]
  }
}

resource "auth0_connection" "fail_policy_fair" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_policy = "fair", password_complexity_options = [{ min_length = 15 }], password_dictionary = [{ enable = true }], password_no_personal_info = [{ enable = true }], password_history = [{ enable = true, size = 5 }] }]
  }
}

resource "auth0_connection" "fail_policy_unset" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_complexity_options = [{ min_length = 15 }], password_dictionary = [{ enable = true }], password_no_personal_info = [{ enable = true }], password_history = [{ enable = true, size = 5 }] }]
  }
}

resource "auth0_connection" "fail_policy_null" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_policy = null, password_complexity_options = [{ min_length = 15 }], password_dictionary = [{ enable = true }], password_no_personal_info = [{ enable = true }], password_history = [{ enable = true, size = 5 }] }]
  }
}

resource "auth0_connection" "fail_short" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_policy = "good", password_complexity_options = [{ min_length = 8 }], password_dictionary = [{ enable = true }], password_no_personal_info = [{ enable = true }], password_history = [{ enable = true, size = 5 }] }]
  }
}

resource "auth0_connection" "fail_length_unset" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_policy = "good", password_dictionary = [{ enable = true }], password_no_personal_info = [{ enable = true }], password_history = [{ enable = true, size = 5 }] }]
  }
}

resource "auth0_connection" "fail_length_null" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_policy = "good", password_complexity_options = [{ min_length = null }], password_dictionary = [{ enable = true }], password_no_personal_info = [{ enable = true }], password_history = [{ enable = true, size = 5 }] }]
  }
}

resource "auth0_connection" "fail_no_dictionary" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_policy = "good", password_complexity_options = [{ min_length = 15 }], password_no_personal_info = [{ enable = true }], password_history = [{ enable = true, size = 5 }] }]
  }
}

resource "auth0_connection" "fail_dictionary_off" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_policy = "good", password_complexity_options = [{ min_length = 15 }], password_dictionary = [{ enable = false }], password_no_personal_info = [{ enable = true }], password_history = [{ enable = true, size = 5 }] }]
  }
}

resource "auth0_connection" "fail_personal_info" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_policy = "good", password_complexity_options = [{ min_length = 15 }], password_dictionary = [{ enable = true }], password_no_personal_info = [{ enable = false }], password_history = [{ enable = true, size = 5 }] }]
  }
}

resource "auth0_connection" "fail_personal_info_unset" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_policy = "good", password_complexity_options = [{ min_length = 15 }], password_dictionary = [{ enable = true }], password_history = [{ enable = true, size = 5 }] }]
  }
}

resource "auth0_connection" "fail_no_history" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_policy = "good", password_complexity_options = [{ min_length = 15 }], password_dictionary = [{ enable = true }], password_no_personal_info = [{ enable = true }] }]
  }
}

resource "auth0_connection" "fail_history_off" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_policy = "good", password_complexity_options = [{ min_length = 15 }], password_dictionary = [{ enable = true }], password_no_personal_info = [{ enable = true }], password_history = [{ enable = false }] }]
  }
}

resource "auth0_connection" "fail_no_options" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = []
  }
}

resource "auth0_connection" "fail_null_options" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = null
  }
}

# The newer form, with good defaults for the length.
resource "auth0_connection" "pass_new_form" {
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_options = [{ complexity = [{ min_length = 15 }], dictionary = [{ active = true }], profile_data = [{ active = true }], history = [{ active = true, size = 5 }] }] }]
  }
}

resource "auth0_connection" "pass_new_form_default_length" {
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_options = [{ dictionary = [{ active = true }], profile_data = [{ active = true }], history = [{ active = true, size = 5 }] }] }]
  }
}

resource "auth0_connection" "fail_new_form_short" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_options = [{ complexity = [{ min_length = 8 }], dictionary = [{ active = true }], profile_data = [{ active = true }], history = [{ active = true, size = 5 }] }] }]
  }
}

resource "auth0_connection" "fail_new_form_no_dictionary" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_options = [{ profile_data = [{ active = true }], history = [{ active = true }] }] }]
  }
}

resource "auth0_connection" "fail_new_form_profile_data" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_options = [{ dictionary = [{ active = true }], history = [{ active = true }], profile_data = [{ active = false }] }] }]
  }
}

resource "auth0_connection" "fail_new_form_no_history" {
  expect_failure = true
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ password_options = [{ dictionary = [{ active = true }], profile_data = [{ active = true }] }] }]
  }
}

# Other strategies, and connections without passwords: not applicable.
resource "auth0_connection" "pass_social" {
  attrs = {
    name     = "users"
    strategy = "google-oauth2"
    options  = [{ client_id = "x" }]
  }
}

resource "auth0_connection" "pass_passkeys_only" {
  attrs = {
    name     = "users"
    strategy = "auth0"
    options  = [{ authentication_methods = [{ password = [{ enabled = false }], passkey = [{ enabled = true }] }] }]
  }
}

# With a second factor for everybody eight characters will do.
resource "auth0_connection" "pass_eight_by_input" {
  attrs = {
    name     = "users"
    strategy = "auth0"
    options = [{
      password_policy             = "good"
      password_complexity_options = [{ min_length = 8 }]
      password_dictionary         = [{ enable = true }]
      password_no_personal_info   = [{ enable = true }]
      password_history            = [{ enable = true, size = 5 }]
    }]
  }
  inputs {
    password_min_length = 8
  }
}
