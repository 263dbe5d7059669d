variable "https_only" {
  description = "Whether the app redirects to HTTPS."
  type        = bool
}

resource "azurerm_linux_web_app" "shop" {
  name                = "app-shop"
  resource_group_name = "rg-shop"
  location            = "westeurope"
  service_plan_id     = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-shop/providers/Microsoft.Web/serverFarms/plan-shop"
  https_only          = var.https_only

  site_config {
    minimum_tls_version = "1.2"
  }
}
