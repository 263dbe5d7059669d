variable "google_secret" {
  description = "Client secret of the Google application."
  type        = string
  sensitive   = true
}

resource "auth0_connection" "google" {
  name     = "google"
  strategy = "google-oauth2"

  options {
    client_id     = "123.apps.googleusercontent.com"
    client_secret = var.google_secret
  }
}
