variable "min_length" {
  description = "The fewest characters of a password."
  type        = number
}

resource "auth0_connection" "users" {
  name     = "users"
  strategy = "auth0"

  options {
    password_policy = "good"

    password_complexity_options {
      min_length = var.min_length
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
