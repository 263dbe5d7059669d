resource "auth0_connection" "users" {
  name     = "users"
  strategy = "auth0"

  options {
    password_policy = "good"

    password_complexity_options {
      min_length = 8
    }
  }
}
