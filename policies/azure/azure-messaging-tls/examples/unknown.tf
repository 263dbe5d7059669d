variable "tls" {
  description = "Oldest TLS version that the namespace accepts."
  type        = string
}

resource "azurerm_eventhub_namespace" "events" {
  name                = "evhns-events"
  resource_group_name = "rg-events"
  location            = "westeurope"
  sku                 = "Standard"
  minimum_tls_version = var.tls
}
