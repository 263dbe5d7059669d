variable "tls" {
  description = "Oldest TLS version that the cache accepts."
  type        = string
}

resource "azurerm_redis_cache" "sessions" {
  name                = "redis-sessions"
  resource_group_name = "rg-shop"
  location            = "westeurope"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"

  minimum_tls_version = var.tls
}
