resource "azurerm_redis_cache" "sessions" {
  name                = "redis-sessions"
  resource_group_name = "rg-shop"
  location            = "westeurope"
  capacity            = 1
  family              = "C"
  sku_name            = "Standard"

  # Left out, the cache accepts TLS 1.0.
  non_ssl_port_enabled = true
}
