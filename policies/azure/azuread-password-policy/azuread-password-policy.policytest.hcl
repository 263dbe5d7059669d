policytest {
  targets = ["azuread-password-policy.policy.hcl"]
}

resource "azuread_application_password" "pass_application_password_90_days" {
  attrs = {
    end_date_relative = "2160h"
  }
}

resource "azuread_application_password" "pass_application_password_a_year" {
  attrs = {
    end_date_relative = "8760h"
  }
}

resource "azuread_application_password" "fail_application_password_two_years" {
  expect_failure = true
  attrs = {
    end_date_relative = "17520h"
  }
}

resource "azuread_application_password" "fail_application_password_unset" {
  expect_failure = true
  attrs = {
    display_name = "ci"
  }
}

resource "azuread_service_principal_password" "pass_service_principal_password_90_days" {
  attrs = {
    end_date_relative = "2160h"
  }
}

resource "azuread_service_principal_password" "pass_service_principal_password_a_year" {
  attrs = {
    end_date_relative = "8760h"
  }
}

resource "azuread_service_principal_password" "fail_service_principal_password_two_years" {
  expect_failure = true
  attrs = {
    end_date_relative = "17520h"
  }
}

resource "azuread_service_principal_password" "fail_service_principal_password_unset" {
  expect_failure = true
  attrs = {
    display_name = "ci"
  }
}

resource "azuread_application_certificate" "pass_application_certificate_90_days" {
  attrs = {
    end_date_relative = "2160h"
  }
}

resource "azuread_application_certificate" "pass_application_certificate_a_year" {
  attrs = {
    end_date_relative = "8760h"
  }
}

resource "azuread_application_certificate" "fail_application_certificate_two_years" {
  expect_failure = true
  attrs = {
    end_date_relative = "17520h"
  }
}

resource "azuread_application_certificate" "fail_application_certificate_unset" {
  expect_failure = true
  attrs = {
    type = "AsymmetricX509Cert"
  }
}

resource "azuread_service_principal_certificate" "pass_service_principal_certificate_90_days" {
  attrs = {
    end_date_relative = "2160h"
  }
}

resource "azuread_service_principal_certificate" "pass_service_principal_certificate_a_year" {
  attrs = {
    end_date_relative = "8760h"
  }
}

resource "azuread_service_principal_certificate" "fail_service_principal_certificate_two_years" {
  expect_failure = true
  attrs = {
    end_date_relative = "17520h"
  }
}

resource "azuread_service_principal_certificate" "fail_service_principal_certificate_unset" {
  expect_failure = true
  attrs = {
    type = "AsymmetricX509Cert"
  }
}

resource "azuread_application_password" "fail_null_dates" {
  expect_failure = true
  attrs = {
    end_date          = null
    end_date_relative = null
  }
}

resource "azuread_application_password" "pass_from_to" {
  attrs = {
    start_date = "2026-01-01T00:00:00Z"
    end_date   = "2026-07-01T00:00:00Z"
  }
}

resource "azuread_application_password" "fail_from_to_late" {
  expect_failure = true
  attrs = {
    start_date = "2026-01-01T00:00:00Z"
    end_date   = "2028-01-01T00:00:00Z"
  }
}

resource "azuread_application_password" "pass_end_only" {
  attrs = {
    end_date = "2026-12-31T00:00:00Z"
  }
}

resource "azuread_application_password" "fail_never" {
  expect_failure = true
  attrs = {
    end_date = "2299-12-30T23:00:00Z"
  }
}

resource "azuread_application_password" "fail_never_2099" {
  expect_failure = true
  attrs = {
    end_date = "2099-12-31T00:00:00Z"
  }
}

resource "azuread_application_password" "fail_odd_duration" {
  expect_failure = true
  attrs = {
    end_date_relative = "forever"
  }
}

resource "azuread_application_password" "pass_with_minutes" {
  attrs = {
    end_date_relative = "240h30m"
  }
}

# A password inside the application.
resource "azuread_application" "pass_no_password" {
  attrs = {
    display_name = "shop"
  }
}

resource "azuread_application" "pass_inline_password" {
  attrs = {
    display_name = "shop"
    password     = [{ display_name = "ci", end_date = "2026-12-31T00:00:00Z" }]
  }
}

resource "azuread_application" "fail_inline_never" {
  expect_failure = true
  attrs = {
    display_name = "shop"
    password     = [{ display_name = "ci" }]
  }
}

resource "azuread_application" "fail_inline_late" {
  expect_failure = true
  attrs = {
    display_name = "shop"
    password     = [{ display_name = "ci", start_date = "2026-01-01T00:00:00Z", end_date = "2029-01-01T00:00:00Z" }]
  }
}

# Users.
resource "azuread_user" "pass_no_password" {
  attrs = {
    display_name = "A"
  }
}

resource "azuread_user" "pass_first_password" {
  attrs = {
    password              = "not-a-real-password"
    force_password_change = true
  }
}

resource "azuread_user" "fail_kept_password" {
  expect_failure = true
  attrs = {
    password = "not-a-real-password"
  }
}

resource "azuread_user" "fail_kept_explicitly" {
  expect_failure = true
  attrs = {
    password              = "not-a-real-password"
    force_password_change = false
  }
}

resource "azuread_user" "fail_weak" {
  expect_failure = true
  attrs = {
    disable_strong_password = true
  }
}

resource "azuread_user" "pass_strong" {
  attrs = {
    disable_strong_password = false
  }
}

resource "azuread_user" "pass_no_forced_expiry" {
  attrs = {
    disable_password_expiration = true
  }
}
