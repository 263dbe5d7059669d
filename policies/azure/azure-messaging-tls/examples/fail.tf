resource "azurerm_eventhub_namespace" "events" {
  name                = "evhns-events"
  resource_group_name = "rg-events"
  location            = "westeurope"
  sku                 = "Standard"
  minimum_tls_version = "1.1"
}

# Left out, the hub accepts TLS 1.0.
resource "azurerm_iothub" "devices" {
  name                = "iot-devices"
  resource_group_name = "rg-events"
  location            = "westeurope"

  sku {
    name     = "S1"
    capacity = 1
  }
}
