resource "auth0_client" "shop" {
  name        = "shop"
  app_type    = "regular_web"
  grant_types = ["password", "implicit"]
  callbacks   = ["http://shop.example.org/callback"]
}

resource "auth0_resource_server" "shop" {
  name             = "shop"
  identifier       = "https://api.example.org"
  enforce_policies = true
}
