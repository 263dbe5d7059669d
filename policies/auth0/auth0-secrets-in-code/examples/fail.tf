resource "auth0_connection" "google" {
  name     = "google"
  strategy = "google-oauth2"

  options {
    client_id     = "123.apps.googleusercontent.com"
    client_secret = "not-a-real-secret"
  }
}
