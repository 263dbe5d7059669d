resource "auth0_connection" "users" {
  name     = "users"
  strategy = "auth0"

  options {
    password_policy = "good"

    password_complexity_options {
      min_length = 15
    }

    password_dictionary {
      enable = true
    }

    password_no_personal_info {
      enable = true
    }

    password_history {
      enable = true
      size   = 5
    }
  }
}
