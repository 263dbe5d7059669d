policytest {
  targets = ["auth0-attack-protection.policy.hcl"]
}

resource "auth0_attack_protection" "pass_all" {
  attrs = {
    brute_force_protection      = [{ enabled = true, max_attempts = 10, shields = ["block", "user_notification"] }]
    breached_password_detection = [{ enabled = true, shields = ["block", "admin_notification"] }]
    suspicious_ip_throttling    = [{ enabled = true, shields = ["block"] }]
  }
}

resource "auth0_attack_protection" "pass_shields_unset" {
  attrs = {
    brute_force_protection      = [{ enabled = true }]
    breached_password_detection = [{ enabled = true, shields = ["block"] }]
    suspicious_ip_throttling    = [{ enabled = true }]
  }
}

resource "auth0_attack_protection" "fail_nothing" {
  expect_failure = true
  attrs = {
    id = "x"
  }
}

resource "auth0_attack_protection" "fail_brute_force_missing" {
  expect_failure = true
  attrs = {
    breached_password_detection = [{ enabled = true, shields = ["block", "admin_notification"] }]
    suspicious_ip_throttling    = [{ enabled = true, shields = ["block"] }]
  }
}

resource "auth0_attack_protection" "fail_brute_force_off" {
  expect_failure = true
  attrs = {
    brute_force_protection      = [{ enabled = false, max_attempts = 10, shields = ["block", "user_notification"] }]
    breached_password_detection = [{ enabled = true, shields = ["block", "admin_notification"] }]
    suspicious_ip_throttling    = [{ enabled = true, shields = ["block"] }]
  }
}

resource "auth0_attack_protection" "fail_brute_force_watches" {
  expect_failure = true
  attrs = {
    brute_force_protection      = [{ enabled = true, shields = [] }]
    breached_password_detection = [{ enabled = true, shields = ["block", "admin_notification"] }]
    suspicious_ip_throttling    = [{ enabled = true, shields = ["block"] }]
  }
}

resource "auth0_attack_protection" "fail_brute_force_notifies" {
  expect_failure = true
  attrs = {
    brute_force_protection      = [{ enabled = true, shields = ["user_notification"] }]
    breached_password_detection = [{ enabled = true, shields = ["block", "admin_notification"] }]
    suspicious_ip_throttling    = [{ enabled = true, shields = ["block"] }]
  }
}

resource "auth0_attack_protection" "fail_brute_force_50" {
  expect_failure = true
  attrs = {
    brute_force_protection      = [{ enabled = true, max_attempts = 50, shields = ["block", "user_notification"] }]
    breached_password_detection = [{ enabled = true, shields = ["block", "admin_notification"] }]
    suspicious_ip_throttling    = [{ enabled = true, shields = ["block"] }]
  }
}

resource "auth0_attack_protection" "fail_breached_missing" {
  expect_failure = true
  attrs = {
    brute_force_protection   = [{ enabled = true, max_attempts = 10, shields = ["block", "user_notification"] }]
    suspicious_ip_throttling = [{ enabled = true, shields = ["block"] }]
  }
}

resource "auth0_attack_protection" "fail_breached_off" {
  expect_failure = true
  attrs = {
    brute_force_protection      = [{ enabled = true, max_attempts = 10, shields = ["block", "user_notification"] }]
    breached_password_detection = [{ enabled = false, shields = ["block", "admin_notification"] }]
    suspicious_ip_throttling    = [{ enabled = true, shields = ["block"] }]
  }
}

resource "auth0_attack_protection" "fail_breached_only_notifies" {
  expect_failure = true
  attrs = {
    brute_force_protection      = [{ enabled = true, max_attempts = 10, shields = ["block", "user_notification"] }]
    breached_password_detection = [{ enabled = true, shields = ["admin_notification"] }]
    suspicious_ip_throttling    = [{ enabled = true, shields = ["block"] }]
  }
}

resource "auth0_attack_protection" "fail_breached_shields_unset" {
  expect_failure = true
  attrs = {
    brute_force_protection      = [{ enabled = true, max_attempts = 10, shields = ["block", "user_notification"] }]
    breached_password_detection = [{ enabled = true }]
    suspicious_ip_throttling    = [{ enabled = true, shields = ["block"] }]
  }
}

resource "auth0_attack_protection" "fail_breached_null" {
  expect_failure = true
  attrs = {
    brute_force_protection      = [{ enabled = true, max_attempts = 10, shields = ["block", "user_notification"] }]
    breached_password_detection = null
    suspicious_ip_throttling    = [{ enabled = true, shields = ["block"] }]
  }
}

resource "auth0_attack_protection" "fail_throttling_missing" {
  expect_failure = true
  attrs = {
    brute_force_protection      = [{ enabled = true, max_attempts = 10, shields = ["block", "user_notification"] }]
    breached_password_detection = [{ enabled = true, shields = ["block", "admin_notification"] }]
  }
}

resource "auth0_attack_protection" "fail_throttling_off" {
  expect_failure = true
  attrs = {
    brute_force_protection      = [{ enabled = true, max_attempts = 10, shields = ["block", "user_notification"] }]
    breached_password_detection = [{ enabled = true, shields = ["block", "admin_notification"] }]
    suspicious_ip_throttling    = [{ enabled = false, shields = ["block"] }]
  }
}

resource "auth0_attack_protection" "fail_throttling_watches" {
  expect_failure = true
  attrs = {
    brute_force_protection      = [{ enabled = true, max_attempts = 10, shields = ["block", "user_notification"] }]
    breached_password_detection = [{ enabled = true, shields = ["block", "admin_notification"] }]
    suspicious_ip_throttling    = [{ enabled = true, shields = [] }]
  }
}

# A connection can switch it off for its own users.
resource "auth0_connection" "fail_brute_force_off" {
  expect_failure = true
  attrs = {
    strategy = "auth0"
    options  = [{ brute_force_protection = false }]
  }
}

resource "auth0_connection" "pass_brute_force_on" {
  attrs = {
    strategy = "auth0"
    options  = [{ brute_force_protection = true }]
  }
}

resource "auth0_connection" "pass_brute_force_unset" {
  attrs = {
    strategy = "auth0"
    options  = [{}]
  }
}

resource "auth0_connection" "pass_social" {
  attrs = {
    strategy = "github"
    options  = [{ client_id = "x" }]
  }
}
