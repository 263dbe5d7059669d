variable "grant_types" {
  description = "Flows that the application may use."
  type        = list(string)
}

resource "auth0_client" "shop" {
  name        = "shop"
  app_type    = "regular_web"
  grant_types = var.grant_types
  callbacks   = ["https://shop.example.org/callback"]
}

resource "auth0_resource_server" "shop" {
  name             = "shop"
  identifier       = "https://api.example.org"
  enforce_policies = true
}
